import type { World } from "../../../../test/world.ts";
import type { NewMediaBuy, NewPackage, SellerAgent } from "../../../ground/seller-agent/index.ts";
import { agentOf, callOf, type ModularFixture, ok, openModularFixture, stock } from "../modular.fixture.ts";

export const FLIGHT = { start: new Date("2026-05-10T00:00:00Z"), end: new Date("2026-05-31T00:00:00Z") };

export interface Shop {
  readonly world: World;
  readonly desk: ModularFixture;
  readonly agent: SellerAgent;
}

export async function openShop(world: World, ...avails: readonly Record<string, unknown>[]): Promise<Shop> {
  const desk = await openModularFixture(world);
  await stock(desk, ...avails);
  return { world, desk, agent: agentOf(world, desk) };
}

export const part = (changes: Partial<NewPackage> = {}): NewPackage => ({
  buyerRef: "p1",
  productId: "avail.a",
  pricingOptionId: "cpm",
  budget: "1000",
  currency: "USD",
  bidPrice: null,
  pacing: "even",
  ...changes,
});
export const buy = (changes: Partial<NewMediaBuy> = {}): NewMediaBuy => ({
  idempotencyKey: crypto.randomUUID(),
  buyerRef: `ord-${crypto.randomUUID()}`,
  name: "May",
  flight: FLIGHT,
  packages: [part()],
  ...changes,
});

export async function bought({ agent, world }: Shop, changes: Partial<NewMediaBuy> = {}) {
  const outcome = await agent.createMediaBuy(buy(changes), callOf(world));
  if (outcome.kind !== "done") throw new Error(`not sold: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy;
}

export const freeOf = async ({ desk }: Shop, availId = "a") => {
  const { products } = ok(await desk.get("/products"));
  return products.find((one: { availId: string }) => one.availId === availId).availableImpressions;
};
