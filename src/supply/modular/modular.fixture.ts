import { doJobs } from "../../../test/jobs.ts";
import type { Caller, Reply, World } from "../../../test/world.ts";
import { perform } from "../../ground/kernel/perform.ts";
import type { SellerAgent, SellerCall } from "../../ground/seller-agent/index.ts";
import { maintainSource } from "./upkeep/maintain-source.ts";

/** A storefront with one modular source, and shortcuts for what its operator does. */
export interface ModularFixture {
  readonly seller: Caller;
  readonly storefrontId: number;
  readonly sourceId: string;
  readonly inventorySourceId: number;
  readonly path: string;
  readonly place: { readonly customerId: number; readonly inventorySourceId: number };
  post(path: string, body?: unknown): Promise<Reply>;
  get(path?: string): Promise<Reply>;
  /** Runs what the seller's clock makes due. */
  tick(): Promise<void>;
}

export const FORMATS = [{ format_kind: "video_hosted" }];
export const PROPERTIES = [{ publisher_domain: "publisher.example", selection_type: "all" }];

export async function openModularFixture(
  world: World,
  options: { sandbox?: boolean; name?: string } = {},
): Promise<ModularFixture> {
  const { sandbox = true, name = "Rows" } = options;
  const seller = await world.caller("SELLER", { sandbox });
  const home = { name: `${name} Media ${seller.customerId}`, defaultCurrency: "USD", acceptsAllCountries: true };
  const storefrontId = Number(ok(await seller.post("/storefront", home)).storefrontId);
  const made = ok(await seller.post("/storefront/inventory-sources/modular/feed", { name }));
  const inventorySourceId = Number(made.inventorySourceId);
  const place = { customerId: seller.customerId, inventorySourceId };
  const path = `/storefront/inventory-sources/${made.sourceId}/modular`;
  return {
    seller,
    storefrontId,
    sourceId: made.sourceId,
    inventorySourceId,
    path,
    place,
    post: (below, body) => seller.post(`${path}${below}`, body),
    get: (below = "") => seller.get(`${path}${below}`),
    tick: async () => {
      await perform(maintainSource, place, "req_tick", world.host);
      await doJobs(world);
    },
  };
}

export function ok(reply: Reply) {
  if (reply.error) throw new Error(`${reply.status} ${reply.error.code}: ${reply.error.message}`);
  return reply.data;
}

/** A valid normalised avail, with the changes that a test needs. */
export function avail(availId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    availId,
    name: `Avail ${availId}`,
    collectionId: "ctv",
    collectionName: "CTV",
    channel: "ctv",
    startTime: "2026-01-01",
    endTime: "2099-12-31",
    impressionsCapacity: 1_000_000,
    cpm: 20,
    currency: "USD",
    formatOptions: FORMATS,
    publisherProperties: PROPERTIES,
    ...changes,
  };
}

export async function stock(desk: ModularFixture, ...avails: readonly Record<string, unknown>[]) {
  return ok(await desk.post("/avails-feed", { avails, confirmed: true }));
}

/** The source as buyers see it. */
export function agentOf(world: World, { place, sourceId }: ModularFixture): SellerAgent {
  return world.host.openAgent({ kind: "modular", agentId: `agt_${sourceId}`, name: sourceId, ...place });
}

export function callOf(world: World, buyer: object = {}): SellerCall {
  const identity = { customerId: 7001, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
  return { buyer: { ...identity, ...buyer }, timeoutMs: 60_000, now: world.host.clock.now(), requestId: "req_test" };
}
