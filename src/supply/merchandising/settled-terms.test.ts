import { afterAll, beforeAll, expect, test } from "vitest";
import type { MediaBuyOutcome, PricingOption } from "../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const FIXED: PricingOption = {
  pricingOptionId: "cpm",
  pricingModel: "cpm",
  currency: "USD",
  fixedPrice: "12.35",
  floorPrice: null,
  minSpendPerPackage: "500",
};
const AUCTION: PricingOption = { ...FIXED, pricingOptionId: "auction", fixedPrice: null, floorPrice: "10" };

/** A shop with prices, and a discount for the brand of its only buyer. */
async function openShop(discountPercent: number | null = null, countries: string[] | null = null): Promise<Shop> {
  const shop = await market.openShop();
  for (const seller of shop.sellers) seller.prices = [FIXED, AUCTION];
  const scope = { operatorDomain: null, brandDomain: "acme.com", notes: null, countries };
  if (discountPercent !== null) await reported(shop, "buyer-instructions", { ...scope, discountPercent });
  return shop;
}

async function reported(shop: Shop, what: string, body: unknown): Promise<void> {
  expect((await shop.seller.post(`/storefront/${what}`, body)).status).toBe(201);
}

function under(policy: string) {
  return { content: policy, activate: true };
}

async function pricesIn(shop: Shop, countries?: readonly string[]): Promise<readonly PricingOption[]> {
  const { products } = await (await shop.resolveAgent()).getProducts({ ...(countries && { countries }) }, shop.call());
  return products[0]?.pricingOptions ?? [];
}

function buyAt(pricingOptionId: string, changes: { bidPrice?: string; budget?: string } = {}) {
  const buy = buyOf(["s0:a"]);
  return { ...buy, packages: buy.packages.map((part) => ({ ...part, pricingOptionId, ...changes })) };
}

function done(outcome: MediaBuyOutcome) {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy;
}

test("without any settings a source's prices are exactly the buyer's", async () => {
  expect(await pricesIn(await openShop())).toEqual([FIXED, AUCTION]);
});

test("a discount applies to every price, exactly, and is part of the pricing option's id", async () => {
  expect(await pricesIn(await openShop(15))).toEqual([
    { ...FIXED, pricingOptionId: "cpm~15", fixedPrice: "10.4975", minSpendPerPackage: "425" },
    { ...AUCTION, pricingOptionId: "auction~15", floorPrice: "8.5", minSpendPerPackage: "425" },
  ]);
});

test("a discount for a country is quoted for a buy there, and applies to the purchase whatever else is requested", async () => {
  const shop = await openShop(20, ["DE"]);
  expect((await pricesIn(shop))[0]?.pricingOptionId).toBe("cpm");
  const [german] = await pricesIn(shop, ["DE"]);
  expect(german).toMatchObject({ pricingOptionId: "cpm~20", fixedPrice: "9.88" });
  done(await (await shop.resolveAgent()).createMediaBuy(buyAt("cpm~20"), shop.call()));
});

test("what is bought at a discount is delivered in full: the source sees its own prices, the buyer its own", async () => {
  const shop = await openShop(20);
  const agent = await shop.resolveAgent();
  const mediaBuy = done(await agent.createMediaBuy(buyAt("auction~20", { bidPrice: "8" }), shop.call()));
  const [source] = shop.sellers;
  expect(source?.response[0]?.packages).toMatchObject([{ pricingOptionId: "auction", budget: "1250", bidPrice: "10" }]);
  expect(mediaBuy.packages).toMatchObject([{ budget: "1000" }]);
  const { mediaBuyId } = mediaBuy;
  const [part] = mediaBuy.packages;
  const change = { idempotencyKey: crypto.randomUUID(), mediaBuyId };
  const raised = { ...change, packages: [{ packageId: part?.packageId ?? "", budget: "2000" }] };
  expect(done(await agent.updateMediaBuy(raised, shop.call())).packages).toMatchObject([{ budget: "2000" }]);
  expect(source?.changes[0]?.packages).toMatchObject([{ budget: "2500" }]);
  const days = { startDay: "2026-09-01", endDay: "2026-09-01" };
  const { rows } = await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, shop.call());
  expect(rows).toMatchObject([{ impressions: 100, spend: "1.2" }]);
});

test("a running buy keeps its price, and a new one is refused at a price that is no longer offered", async () => {
  const shop = await openShop(20);
  const agent = await shop.resolveAgent();
  const bought = buyAt("cpm~20");
  const { mediaBuyId } = done(await agent.createMediaBuy(bought, shop.call()));
  const [row] = (await shop.seller.get("/storefront/buyer-instructions")).data.items;
  await shop.seller.patch(`/storefront/buyer-instructions/${row.id}`, { discountPercent: 5 });
  expect(done(await agent.createMediaBuy(bought, shop.call())).mediaBuyId).toBe(mediaBuyId);
  const days = { startDay: "2026-09-01", endDay: "2026-09-01" };
  const { rows } = await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, shop.call());
  expect(rows).toMatchObject([{ spend: "1.2" }]);
  for (const price of ["cpm~20", "cpm~99"])
    expect(await (await shop.resolveAgent()).createMediaBuy(buyAt(price), shop.call())).toMatchObject({
      errors: [{ code: "PRODUCT_EXPIRED", field: "packages[0].pricing_option_id" }],
    });
  expect(shop.sellers[0]?.response).toHaveLength(1);
});

test("what a storefront resells is never quoted below what it pays", async () => {
  const shop = await openShop(20);
  await shop.set({ sells_third_party_inventory: true });
  expect(await pricesIn(shop)).toEqual([FIXED, AUCTION]);
  expect(await (await shop.resolveAgent()).createMediaBuy(buyAt("cpm~20"), shop.call())).toMatchObject({
    errors: [{ code: "PRODUCT_EXPIRED" }],
  });
});

test("a discount for one brand does not apply to another", async () => {
  const shop = await openShop(20);
  const other = shop.call({ buyer: { ...shop.call().buyer, brandDomain: "boots.com" } });
  const agent = await shop.resolveAgent();
  expect((await agent.getProducts({}, other)).products[0]?.pricingOptions).toEqual([FIXED, AUCTION]);
  expect((await agent.createMediaBuy(buyAt("cpm~20"), other)).kind).toBe("rejected");
});

test("a buyer that the active policy names is shown and sold nothing, and not told by which words", async () => {
  const shop = await openShop();
  await reported(shop, "acceptance-policy", under("Block buyers: acme.com, casino.com"));
  const agent = await shop.resolveAgent();
  const { products, incomplete } = await agent.getProducts({}, shop.call());
  expect(products).toEqual([]);
  expect(incomplete).toMatchObject([{ reason: "refused", message: expect.stringContaining("does not sell to this") }]);
  expect(JSON.stringify(incomplete)).not.toContain("acme.com");
  expect(await agent.createMediaBuy(buyAt("cpm"), shop.call())).toMatchObject({
    errors: [{ code: "POLICY_VIOLATION" }],
  });
});

test("a product that the active policy names is withheld, counted, and not sold", async () => {
  const shop = await openShop();
  await reported(shop, "acceptance-policy", under("Block products: s0:a"));
  const agent = await shop.resolveAgent();
  const { products, incomplete } = await agent.getProducts({}, shop.call());
  expect(products.map(({ productId }) => productId)).toEqual(["s0:b", "s1:a", "s1:b"]);
  expect(incomplete).toMatchObject([{ reason: "filtered", message: expect.stringMatching(/^1 of the products/) }]);
  expect(await agent.createMediaBuy(buyAt("cpm"), shop.call())).toMatchObject({
    errors: [{ code: "POLICY_VIOLATION", field: "packages[0].product_id" }],
  });
});

test("a policy that is not active decides nothing, and buys made under an older one continue", async () => {
  const shop = await openShop();
  await reported(shop, "acceptance-policy", { content: "Block buyers: acme.com" });
  const agent = await shop.resolveAgent();
  const bought = buyAt("cpm");
  const { mediaBuyId } = done(await agent.createMediaBuy(bought, shop.call()));
  await shop.seller.post("/storefront/acceptance-policy/1/activate");
  expect((await (await shop.resolveAgent()).createMediaBuy(buyAt("cpm"), shop.call())).kind).toBe("rejected");
  expect(done(await agent.createMediaBuy(bought, shop.call())).mediaBuyId).toBe(mediaBuyId);
  expect(await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, shop.call())).toMatchObject([{ status: "active" }]);
});
