import { randomUUID } from "node:crypto";
import { freePort } from "../../../test/free-port.ts";
import { liftLimits, unhurriedWall } from "../../../test/providers/unhurried.ts";
import { INSTALLATION, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, wallClock } from "../../ground/kernel/clock.ts";
import type { NewMediaBuy, SellerAgent, SellerCall } from "../../ground/seller-agent/index.ts";
import type { ProviderOptions } from "../../main/sandbox/providers/frame/stage.ts";
import type { SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { accountsOf, connect, mapBrand, setApplication, type WiredShop, wire } from "./providers.fixture.ts";

/** A storefront wired to a simulated platform, and a buyer that uses it. */
export interface Journey {
  readonly world: World;
  readonly simulated: SimulatedProvider;
  readonly shop: WiredShop;
  agent(): SellerAgent;
  /** The seller consents at the platform, and maps a brand to its first account in US dollars. */
  connected(): Promise<Awaited<ReturnType<typeof accountsOf>>>;
  close(): Promise<void>;
}

const BRAND = "acme.example";
const BUYER = { customerId: 7001, name: "Acme", operatorDomain: null, brandDomain: BRAND, sandbox: true };

export async function openJourney(
  provider: string,
  start: (options: ProviderOptions) => Promise<SimulatedProvider>,
): Promise<Journey> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/${provider}/oauth/callback`];
  const application = { clientId: "app-41", clientSecret: "not a secret", redirectUris };
  const simulated = await start({ clock: wallClock, wall: unhurriedWall(), seed: "41", application });
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts: simulated.addresses } });
  await liftLimits(world);
  await setApplication(await world.caller("OPERATOR"), simulated);
  const shop = await wire(world, provider, "operator");
  const { agentId, inventorySourceId, seller, storefrontId } = shop;
  return {
    world,
    simulated,
    shop,
    agent: () =>
      world.host.openAgent({
        kind: "provider",
        agentId,
        name: provider,
        customerId: seller.customerId,
        inventorySourceId,
      }),
    async connected() {
      await connect(world, simulated, { owner: seller, side: "storefront", storefrontId });
      await mapBrand(seller, BRAND);
      return accountsOf(seller, "storefront");
    },
    async close() {
      await world.close();
      await simulated.close();
    },
  };
}

export function callOf(changes: Partial<SellerCall> = {}): SellerCall {
  return { buyer: BUYER, timeoutMs: 60_000, now: new Date(), requestId: "req_journey", ...changes };
}

type Sold = Pick<NewMediaBuy["packages"][number], "productId" | "pricingOptionId" | "bidPrice">;

/** Ten days from tomorrow, with a package for each item. */
export function buyOf(...sold: readonly Sold[]): NewMediaBuy {
  const now = new Date();
  return {
    idempotencyKey: randomUUID(),
    buyerRef: `ref-${randomUUID()}`,
    name: "Spring's 50% [new]",
    flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
    packages: sold.map((one, at) => ({
      ...one,
      buyerRef: `p${at}`,
      currency: "USD",
      budget: "1500.25",
      pacing: "even",
    })),
  };
}

/** Repeats the request until the buy is decided, instead of waiting for the job. */
export async function boughtBy(agent: SellerAgent, request: NewMediaBuy) {
  let outcome = await agent.createMediaBuy(request, callOf());
  for (let asked = 0; outcome.kind === "submitted" && asked < 8; asked += 1)
    outcome = await agent.createMediaBuy(request, callOf());
  return outcome;
}
