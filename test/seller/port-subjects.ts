import { randomUUID } from "node:crypto";
import { after, DAY_MS, wallClock } from "../../src/ground/kernel/clock.ts";
import type { AgentConnection } from "../../src/ground/seller-agent/connection.ts";
import type { BuyerIdentity, SellerAgent, SellerCall } from "../../src/ground/seller-agent/index.ts";
import { startSnap } from "../../src/main/sandbox/providers/snap/start-snap.ts";
import { link, sourceAt } from "../../src/supply/links/links.fixture.ts";
import { openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { agentOf, avail, openModularFixture, stock } from "../../src/supply/modular/modular.fixture.ts";
import { connect, mapBrand, setApplication, wire } from "../../src/supply/providers/providers.fixture.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import type { OpenShop } from "../agent/open-shop.ts";
import { unhurriedWall } from "../providers/unhurried.ts";
import type { Caller } from "../world.ts";

/** An implementation of the port from which a test can buy. */
export interface Subject {
  readonly agent: SellerAgent;
  call(changes?: Partial<SellerCall>): SellerCall;
  /** The same seller as another buyer meets it, if the seller itself distinguishes buyers. */
  readonly stranger?: { readonly agent: SellerAgent; call(): SellerCall };
  /** Lets days pass for the buyer and the seller. */
  pass(days: number): Promise<void>;
}

export type Maker = (shop: OpenShop) => Promise<Subject>;

/** Every implementation of the port is listed here, and passes `port.test.ts`. */
export const MAKERS: Readonly<Record<string, Maker>> = {
  "a simulated publisher": async ({ world }) => {
    const simulation = { ...PROFILES.ctv, requiresKey: null };
    const agentId = `simulated-${randomUUID()}`;
    return byCall(world.host.openAgent({ kind: "simulated", agentId, name: "Lumen", simulation, credential: null }));
  },
  "a storefront, in process": async (shop) => {
    const [buyer, other] = [await newBuyer(shop), await newBuyer(shop)];
    const subject = byClock(await storefrontFor(shop, buyer), shop, buyer);
    return {
      ...subject,
      stranger: { agent: await storefrontFor(shop, other), call: byClock(subject.agent, shop, other).call },
    };
  },
  "a storefront that is linked to another": async ({ world, operator }) => {
    const [reseller, seller] = [
      await openStorefront(world, operator, { name: `Reseller ${randomUUID()}`, sandbox: true }),
      await openStorefront(world, operator, { name: `Seller ${randomUUID()}`, sandbox: true }),
    ];
    await link(world, reseller.seller, seller);
    const { id, agentId, name } = await sourceAt(reseller.seller, seller);
    const { customerId } = reseller.seller;
    const place = { customerId, inventorySourceId: Number(id) };
    return byCall(world.host.openAgent({ kind: "storefront", agentId, name, ...place }), {
      advance: (days) => reseller.seller.post("/sandbox/clock", { days }),
    });
  },
  "a modular source": async ({ world }) => {
    const desk = await openModularFixture(world, { name: `Rows ${randomUUID()}` });
    await stock(desk, avail("a", { impressionsCapacity: 90_000_000 }), avail("b", { impressionsCapacity: 90_000_000 }));
    return byCall(agentOf(world, desk), { advance: (days) => desk.seller.post("/sandbox/clock", { days }) });
  },
  "a platform, by its adapter": async ({ world, operator }) => wiredSubject(world, operator),
  "an external agent over MCP": (shop) => external(shop, "MCP", shop.mcpUrl),
  "an external agent over A2A": (shop) => external(shop, "A2A", shop.a2aUrl),
};

/** The simulation ends with the process, because it holds nothing but a port. */
async function wiredSubject(world: OpenShop["world"], operator: Caller): Promise<Subject> {
  const { publicUrl } = world.parts.installation;
  const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/snap/oauth/callback`];
  const snap = await startSnap({
    clock: wallClock,
    wall: unhurriedWall(),
    seed: randomUUID(),
    application: { clientId: "port", clientSecret: "not a secret", redirectUris },
  });
  // Each subject has a simulation of its own, but the installation has one setting for all of them.
  Object.assign(world.host.installation.providerHosts ?? {}, snap.addresses);
  await setApplication(operator, snap);
  const shop = await wire(world, "snap", "operator");
  await connect(world, snap, { owner: shop.seller, side: "storefront", storefrontId: shop.storefrontId });
  await mapBrand(shop.seller, IDENTITY.brandDomain ?? "");
  const place = { customerId: shop.seller.customerId, inventorySourceId: shop.inventorySourceId };
  const agent = world.host.openAgent({ kind: "provider", agentId: shop.agentId, name: "Snap", ...place });
  return byCall(agent, { advance: async (days) => snap.controls.advance(days * DAY_MS) });
}

/** Behind the connection is a storefront of ours, which recognises its buyers by their keys, and uses their clocks. */
async function external(shop: OpenShop, protocol: "MCP" | "A2A", endpointUrl: string): Promise<Subject> {
  const [buyer, other] = [await newBuyer(shop), await newBuyer(shop)];
  const reach = ({ key }: Caller): SellerAgent => {
    const connection: AgentConnection = {
      kind: "adcp",
      agentId: `agt_${randomUUID()}`,
      name: "Composed",
      endpointUrl,
      protocol,
      auth: { type: "bearer", token: key },
    };
    return shop.world.host.openAgent(connection);
  };
  const subject = byClock(reach(buyer), shop, buyer);
  const agent = reach(other);
  return { ...subject, stranger: { agent, call: byClock(agent, shop, other).call } };
}

const newBuyer = ({ world }: OpenShop) => world.caller("BUYER", { sandbox: true });

async function storefrontFor({ world, storefrontId }: OpenShop, { customerId }: Caller): Promise<SellerAgent> {
  const viewer = await world.host.viewerOf(customerId);
  const found = viewer && (await world.host.sellers.findAt(viewer, storefrontId));
  if (!found) throw new Error("the storefront is not there for its buyer");
  return found.agent;
}

const IDENTITY: BuyerIdentity = {
  customerId: 7001,
  name: "Acme",
  operatorDomain: "agency.example",
  brandDomain: "acme.example",
  sandbox: true,
};

/** A seller that uses the time in each call. */
function byCall(agent: SellerAgent, { advance }: { advance?: (days: number) => Promise<unknown> } = {}): Subject {
  let passed = 0;
  return {
    agent,
    call: (changes = {}) => ({
      buyer: IDENTITY,
      timeoutMs: 60_000,
      now: after(new Date(), passed * DAY_MS),
      requestId: "req_port",
      ...changes,
    }),
    pass: async (days) => {
      passed += days;
      await advance?.(days);
    },
  };
}

/** A seller that uses its buyer's sandbox clock. */
function byClock(agent: SellerAgent, _: OpenShop, buyer: Caller): Subject {
  const { call, pass } = byCall(agent, { advance: (days) => buyer.post("/sandbox/clock", { days }) });
  const identity = { ...IDENTITY, customerId: buyer.customerId };
  return { agent, pass, call: (changes = {}) => call({ buyer: identity, ...changes }) };
}
