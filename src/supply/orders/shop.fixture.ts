import { randomUUID } from "node:crypto";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { frozenClock } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { Capabilities, NewMediaBuy, SellerAgent, SellerCall } from "../../ground/seller-agent/index.ts";
import type { Parts } from "../../main/parts.ts";
import { PROFILES } from "../simulated/index.ts";
import { ScriptedSeller } from "./scripted-seller.fixture.ts";

/** An installation with scripted sources and its own clock. */
export interface Market {
  readonly world: World;
  readonly clock: ReturnType<typeof frozenClock>;
  /** Called with the name of everything that a step reaches; throw here to make the process die at that point. */
  reached: Host["reached"];
  openShop(options?: ShopOptions): Promise<Shop>;
}

export interface ShopOptions {
  readonly sources?: number;
  readonly isPaused?: boolean;
  readonly state?: "LISTED" | "HIDDEN" | "PENDING_REVIEW";
  /** Whether every buyer needs its own credential for the first source. */
  readonly requiresCredentials?: boolean;
  /** The capabilities that each source last stated, in order; none by default. */
  readonly capabilities?: readonly Pick<Capabilities, "hasCreativeLibrary" | "tools" | "targeting">[];
}

/** A storefront with its sellers in order, and a buyer that uses it. */
export interface Shop {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly agentId: string;
  readonly sellers: readonly ScriptedSeller[];
  /** The seller's API key. */
  readonly seller: Caller;
  readonly buyer: Viewer;
  /** The buyer's API key. */
  readonly caller: Caller;
  /** The shop's agent as a buyer reaches it now. */
  resolveAgent(viewer?: Viewer): Promise<SellerAgent>;
  call(changes?: Partial<SellerCall>): SellerCall;
  set(columns: Record<string, unknown>): Promise<void>;
  anotherBuyer(): Promise<Viewer>;
}

export async function openMarket(
  changes: Pick<Partial<Parts>, "installation"> = {},
  start = new Date("2026-08-01T10:00:00Z"),
): Promise<Market> {
  const clock = frozenClock(start);
  const sellers = new Map<string, ScriptedSeller>();
  const market = { clock, reached: undefined as Host["reached"] };
  const world = await openWorld({
    ...changes,
    clock,
    reached: (work, stage) => market.reached?.(work, stage),
    openAgent: (connection) => {
      const seller = sellers.get(connection.agentId);
      if (!seller) throw new Error(`no scripted seller ${connection.agentId}`);
      seller.openedWith = connection.kind === "simulated" ? connection.credential : null;
      return seller;
    },
  });
  return Object.assign(market, { world, openShop: (options: ShopOptions = {}) => openShop(world, sellers, options) });
}

async function openShop(world: World, all: Map<string, ScriptedSeller>, options: ShopOptions): Promise<Shop> {
  const platformId = `shop-${randomUUID().slice(0, 8)}`;
  const agentId = `storefront-${platformId}`;
  const count = options.sources ?? 2;
  const sellers = Array.from({ length: count }, (_, index) => new ScriptedSeller(`agt_${platformId}_${index}`));
  for (const seller of sellers) all.set(seller.agentId, seller);
  const { seller, storefrontId } = await insertShop(world, platformId, sellers, options);
  const { caller, viewer: buyer } = await newBuyer(world);
  const { customerId } = seller;
  const identity = { name: "Acme", operatorDomain: null, brandDomain: "acme.com", sandbox: true };
  return {
    customerId,
    storefrontId,
    agentId,
    sellers,
    seller,
    buyer,
    caller,
    anotherBuyer: async () => (await newBuyer(world)).viewer,
    resolveAgent: async (viewer = buyer) => {
      const found = await world.host.sellers.find(viewer, agentId);
      if (!found) throw new Error(`${agentId} is not there for this buyer`);
      return found.agent;
    },
    call: (changes = {}) => ({
      buyer: { customerId: buyer.customerId, ...identity },
      timeoutMs: 60_000,
      now: world.host.clock.now(),
      requestId: "test",
      ...changes,
    }),
    set: async (columns) => {
      await world.database.write({ customerId, reach: "tenant" }, (db) =>
        db.updateTable("storefronts").set(columns).where("customer_id", "=", customerId).execute(),
      );
    },
  };
}

async function insertShop(
  world: World,
  platformId: string,
  sellers: readonly ScriptedSeller[],
  { isPaused = false, state = "LISTED", requiresCredentials = false, capabilities = [] }: ShopOptions,
) {
  const seller = await world.caller("SELLER");
  const { customerId } = seller;
  const now = world.host.clock.now();
  const common = { customer_id: customerId, created_at: now, updated_at: now };
  const storefront = { platform_id: platformId, name: platformId, is_paused: isPaused, marketplace_state: state };
  return world.database.write({ customerId, reach: "tenant" }, async (db) => {
    const { storefront_id: storefrontId } = await db
      .insertInto("storefronts")
      .values({ ...common, ...storefront })
      .returning("storefront_id")
      .executeTakeFirstOrThrow();
    const sources = sellers.map((seller, index) => ({
      ...common,
      storefront_id: storefrontId,
      source_id: `s${index}`,
      name: `Source ${index}`,
      execution_type: "SIMULATED",
      status: "ACTIVE",
      type: "SALES",
      agent_id: seller.agentId,
      simulation: JSON.stringify(PROFILES.news),
      capabilities: capabilities[index] ? JSON.stringify(capabilities[index]) : null,
      authentication_type: requiresCredentials && index === 0 ? "API_KEY" : "NO_AUTH",
      requires_credentials: requiresCredentials && index === 0,
    }));
    await db.insertInto("inventory_sources").values(sources).execute();
    return { seller, storefrontId };
  });
}

async function newBuyer({ caller, host }: World) {
  const made = await caller("BUYER", { sandbox: true });
  const viewer = await host.viewerOf(made.customerId);
  if (!viewer) throw new Error("the buyer was just made");
  return { caller: made, viewer };
}

/** A buy with one package for each of the products. */
export function buyOf(productIds: readonly string[], changes: Partial<NewMediaBuy> = {}): NewMediaBuy {
  return {
    idempotencyKey: randomUUID(),
    buyerRef: "mb_1",
    name: "Spring",
    flight: { start: new Date("2026-09-01T00:00:00Z"), end: new Date("2026-10-01T00:00:00Z") },
    packages: productIds.map((productId, index) => ({
      buyerRef: `p${index}`,
      productId,
      pricingOptionId: "cpm",
      budget: "1000",
      currency: "USD",
      bidPrice: null,
      pacing: "even",
    })),
    ...changes,
  };
}
