import { afterAll, beforeAll, expect, test } from "vitest";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { Product } from "../../ground/seller-agent/index.ts";
import { fixed } from "../../ground/seller-agent/product.fixture.ts";
import { buyOf, type Market, openMarket, type Shop } from "../orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const BRIEF = { brief: "something of a" };

async function openShop(instructions: string, doctrine?: object): Promise<Shop> {
  const shop = await market.openShop({ sources: 1 });
  for (const seller of shop.sellers) seller.prices = [fixed("8", { pricingOptionId: "cpm" })];
  await shop.seller.post("/storefront/operating-instructions", { content: instructions, doctrine, activate: true });
  return shop;
}

const ask = async (shop: Shop) => (await (await shop.resolveAgent()).getProducts(BRIEF, shop.call())).products;
const idsOf = (products: readonly Product[]) =>
  products.map(({ pricingOptions }) => pricingOptions.map(({ pricingOptionId }) => pricingOptionId));

/** A buy of the first product at this price and budget. */
function at(pricingOptionId: string, budget: string) {
  const request = buyOf(["s0:a"]);
  return { ...request, packages: request.packages.map((part) => ({ ...part, pricingOptionId, budget })) };
}

async function recordOf(shop: Shop) {
  await market.world.host.backgroundTasks.idle();
  const { items } = (await shop.seller.get("/storefront/intelligence-runs?take=1")).data;
  return (await shop.seller.get(`/storefront/intelligence-runs/${items[0].id}/decision-record`)).data;
}

test("a price conceded for a volume is valid for budgets of that volume, and not for smaller ones", async () => {
  const shop = await openShop("Posture: value preserving compromise");
  expect(idsOf(await ask(shop))[0]).toEqual(["cpm", "cpm~5"]);
  const agent = await shop.resolveAgent();
  expect(await agent.createMediaBuy(at("cpm~5", "7599"), shop.call())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "BUDGET_TOO_LOW", field: "packages[0].budget", message: expect.stringContaining("7600 USD") }],
  });
  expect((await agent.createMediaBuy(at("cpm~5", "7600"), shop.call())).kind).toBe("done");
  // The source gets its own price: the buyer pays less for the same.
  expect(shop.sellers[0]?.response.at(-1)?.packages[0]).toMatchObject({ pricingOptionId: "cpm", budget: "8000" });
});

test("nobody can buy at a concession that it was never offered, that differs, or that is too old", async () => {
  const shop = await openShop("Posture: price_first");
  const agent = await shop.resolveAgent();
  const rejected = { kind: "rejected", errors: [{ code: "PRODUCT_EXPIRED" }] };
  expect(await agent.createMediaBuy(at("cpm~10", "9000"), shop.call())).toMatchObject(rejected);
  expect(idsOf(await ask(shop))).toEqual([["cpm~10"], ["cpm"]]);
  const stranger = await shop.anotherBuyer();
  const theirs = shop.call({ buyer: { ...shop.call().buyer, customerId: stranger.customerId } });
  expect(await (await shop.resolveAgent(stranger)).createMediaBuy(at("cpm~10", "9000"), theirs)).toMatchObject(
    rejected,
  );
  expect(await agent.createMediaBuy(at("cpm~11", "9000"), shop.call())).toMatchObject(rejected);
  expect((await agent.createMediaBuy(at("cpm~10", "9000"), shop.call())).kind).toBe("done");
  const now = market.clock.now();
  market.clock.set(after(now, 31 * DAY_MS));
  expect(await agent.createMediaBuy(at("cpm~10", "9001"), shop.call())).toMatchObject(rejected);
  market.clock.set(now);
});

test("people take precedence: the note about a buyer, then the instructions, then what was pinned, and the record says which", async () => {
  const shop = await openShop("Be brief.");
  const selected = async () => {
    await ask(shop);
    const { posture } = await recordOf(shop);
    return [posture.defaults.posture.value, posture.defaults.posture.source, posture.selected];
  };
  expect(await selected()).toEqual(["direct_fit", "house_default", "direct_fit"]);
  await shop.seller.put("/storefront/learned-default-posture", { posture: "tradeoff_ladder" });
  expect(await selected()).toEqual(["tradeoff_ladder", "learned_default", "tradeoff_ladder"]);
  await shop.seller.post("/storefront/operating-instructions", {
    content: "- **Posture:** `price_first`",
    activate: true,
  });
  expect(await selected()).toEqual(["price_first", "operating_instructions", "price_first"]);
  const scope = { operatorDomain: null, brandDomain: "acme.com", countries: null, discountPercent: null };
  await shop.seller.post("/storefront/buyer-instructions", {
    ...scope,
    notes: "An old friend.\nPosture: hold value\nProducts to show: 1",
  });
  expect(await selected()).toEqual(["hold_value", "buyer_note", "hold_value"]);
  expect(await ask(shop)).toHaveLength(1);
});

test("a doctrine that holds its floors concedes nothing without something in return, whatever was requested", async () => {
  const shop = await openShop("Posture: price_first", { variant: "premium_scarcity_house" });
  expect(idsOf(await ask(shop))[0]).toEqual(["cpm", "cpm~5"]);
  expect((await recordOf(shop)).posture.defaults).toMatchObject({
    posture: { value: "value_preserving_compromise", source: "operating_instructions" },
    maxConcessionPercent: 5,
  });
});

test("history decides if people have said nothing, and only once there is enough of it", async () => {
  const shop = await openShop("Be brief.");
  const live = shop.call({ buyer: { ...shop.call().buyer, sandbox: false } });
  const postures = [];
  for (let turn = 0; turn < 5; turn += 1) {
    // Waits until earlier requests are added up, which otherwise happens a little later.
    await market.world.host.backgroundTasks.idle();
    const agent = await shop.resolveAgent();
    await agent.getProducts({ refine: [{ scope: "request", ask: "too expensive" }], brief: "cars" }, live);
    postures.push((await recordOf(shop)).posture);
  }
  expect(postures.map(({ defaults }) => defaults.posture.source)).toEqual([
    "house_default",
    "house_default",
    "house_default",
    "history_buyer",
    "history_buyer",
  ]);
  expect(postures.at(-1)).toMatchObject({
    recommended: "value_preserving_compromise",
    selected: "value_preserving_compromise",
    signals: [expect.stringContaining("P2c_price_pressure: 0 of 4 runs booked")],
  });
});
