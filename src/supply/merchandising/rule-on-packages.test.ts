import { afterAll, beforeAll, expect, test } from "vitest";
import type { MediaBuyOutcome, PricingOption } from "../../ground/seller-agent/index.ts";
import { auction, fixed } from "../../ground/seller-agent/product.fixture.ts";
import { buyOf, type Market, openMarket, type Shop } from "../orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const FLOOR = { kind: "price_floor", amount: 10, currency: "USD" };

async function openShop(rules: readonly object[], prices: readonly PricingOption[] = [fixed("8")]): Promise<Shop> {
  const shop = await market.openShop();
  for (const seller of shop.sellers) seller.prices = prices;
  expect((await shop.seller.post("/storefront/product-rules", { rules, activate: true })).status).toBe(201);
  return shop;
}

function buyAt(productId: string, changes: { pricingOptionId?: string; bidPrice?: string }) {
  const buy = buyOf([productId]);
  return { ...buy, packages: buy.packages.map((part) => ({ ...part, pricingOptionId: "fixed", ...changes })) };
}

async function pricesIn(shop: Shop) {
  const { products } = await (await shop.resolveAgent()).getProducts({}, shop.call());
  return products.map(({ productId, pricingOptions }) => [productId, ...pricingOptions]);
}

function idIn(outcome: MediaBuyOutcome): string {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy.mediaBuyId;
}

test("what was quoted at a floor is booked: the source gets its own price, and the buyer is charged its own", async () => {
  const shop = await openShop([{ ...FLOOR, match: { productIds: ["s0:a"] } }]);
  const raised = { pricingOptionId: "fixed~-25", fixedPrice: "10" };
  expect((await pricesIn(shop)).slice(0, 2)).toMatchObject([
    ["s0:a", raised],
    ["s0:b", fixed("8")],
  ]);
  const agent = await shop.resolveAgent();
  const mediaBuyId = idIn(await agent.createMediaBuy(buyAt("s0:a", { pricingOptionId: "fixed~-25" }), shop.call()));
  expect(shop.sellers[0]?.response[0]?.packages).toMatchObject([{ pricingOptionId: "fixed", budget: "800" }]);
  const days = { startDay: "2026-09-01", endDay: "2026-09-01" };
  const { rows } = await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, shop.call());
  expect(rows).toMatchObject([{ spend: "1.875" }]);
});

test("nothing is sold below its floor: neither at the source's price nor at a made-up one", async () => {
  const shop = await openShop([FLOOR]);
  const agent = await shop.resolveAgent();
  for (const pricingOptionId of ["fixed", "fixed~10", "fixed~-1"])
    expect(await agent.createMediaBuy(buyAt("s0:a", { pricingOptionId }), shop.call())).toMatchObject({
      errors: [{ code: "PRODUCT_EXPIRED", field: "packages[0].pricing_option_id" }],
    });
  expect(shop.sellers[0]?.response).toEqual([]);
});

test("a budget in another currency than its price buys nothing", async () => {
  const shop = await openShop([FLOOR], [fixed("12.5")]);
  const buy = buyAt("s0:a", { pricingOptionId: "fixed" });
  const euros = { ...buy, packages: buy.packages.map((part) => ({ ...part, currency: "EUR" })) };
  expect(await (await shop.resolveAgent()).createMediaBuy(euros, shop.call())).toMatchObject({
    errors: [{ code: "VALIDATION_ERROR", field: "packages[0].pricing_option_id" }],
  });
  expect(shop.sellers[0]?.response).toEqual([]);
});

test("a discount is limited by the floor, and the result can be bought", async () => {
  const shop = await openShop([FLOOR], [fixed("12.5")]);
  const scope = { operatorDomain: null, brandDomain: "acme.com", notes: null, countries: null };
  await shop.seller.post("/storefront/buyer-instructions", { ...scope, discountPercent: 40 });
  expect((await pricesIn(shop))[0]).toMatchObject(["s0:a", { pricingOptionId: "fixed~20", fixedPrice: "10" }]);
  idIn(await (await shop.resolveAgent()).createMediaBuy(buyAt("s0:a", { pricingOptionId: "fixed~20" }), shop.call()));
});

test("a bid is at least the floor, when it is given and when it is changed", async () => {
  const shop = await openShop([FLOOR], [auction("4")]);
  const agent = await shop.resolveAgent();
  const refused = { errors: [{ code: "VALIDATION_ERROR", message: "a bid here is at least 10 USD" }] };
  const bid = (bidPrice: string) => buyAt("s0:a", { pricingOptionId: "auction", bidPrice });
  expect(await agent.createMediaBuy(bid("9.99"), shop.call())).toMatchObject(refused);
  const bought = await agent.createMediaBuy(bid("11"), shop.call());
  const mediaBuyId = idIn(bought);
  const [part] = (await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, shop.call()))[0]?.packages ?? [];
  const change = (bidPrice: string) => ({
    idempotencyKey: crypto.randomUUID(),
    mediaBuyId,
    packages: [{ packageId: part?.packageId ?? "", bidPrice }],
  });
  expect(await agent.updateMediaBuy(change("9"), shop.call())).toMatchObject(refused);
  expect((await agent.updateMediaBuy(change("10"), shop.call())).kind).toBe("done");
});

test("products that the rules exclude are not sold, even by id", async () => {
  const shop = await openShop([{ kind: "exclude", match: { productIds: ["s0:a"] } }]);
  expect((await pricesIn(shop)).map(([productId]) => productId)).toEqual(["s0:b", "s1:a", "s1:b"]);
  const agent = await shop.resolveAgent();
  expect(await agent.createMediaBuy(buyAt("s0:a", {}), shop.call())).toMatchObject({
    errors: [{ code: "PRODUCT_NOT_FOUND", field: "packages[0].product_id" }],
  });
  idIn(await agent.createMediaBuy(buyAt("s0:b", {}), shop.call()));
});

test("a source that is unreachable when a rule has to be checked causes no permanent refusal", async () => {
  const shop = await openShop([FLOOR]);
  const [source] = shop.sellers;
  const agent = await shop.resolveAgent();
  const buy = buyAt("s0:a", { pricingOptionId: "fixed~-25" });
  source?.fates.push("down");
  expect(await agent.createMediaBuy(buy, shop.call())).toMatchObject({
    errors: [{ code: "SERVICE_UNAVAILABLE", recovery: "transient" }],
  });
  const mediaBuyId = idIn(await agent.createMediaBuy(buy, shop.call()));
  source?.fates.push("down");
  expect(idIn(await agent.createMediaBuy(buy, shop.call()))).toBe(mediaBuyId);
});

test("a buy to which no rule applies only asks sources to sell", async () => {
  const shop = await openShop([{ kind: "exclude", match: { sourceIds: ["s1"] } }]);
  const [source] = shop.sellers;
  let asked = 0;
  if (source)
    source.getProducts = async () => {
      asked += 1;
      throw new Error("nobody should ask");
    };
  idIn(await (await shop.resolveAgent()).createMediaBuy(buyAt("s0:a", {}), shop.call()));
  expect(asked).toBe(0);
});

test("a bundle is bought from each of its sources for its share", async () => {
  const parts = [
    { productId: "s0:a", share: 75 },
    { productId: "s1:b", share: 25 },
  ];
  const shop = await openShop([{ kind: "bundle", ruleId: "duo", name: "Duo", parts }]);
  const agent = await shop.resolveAgent();
  const { proposals } = await agent.getProducts({ brief: "anything" }, shop.call());
  expect(proposals).toMatchObject([
    { proposalId: "@bundle:duo", allocations: [{ productId: "s0:a" }, { productId: "s1:b" }] },
  ]);
  const again = [{ scope: "proposal", proposalId: "@bundle:duo", action: "include" }] as const;
  expect(await agent.getProducts({ refine: again }, shop.call())).toMatchObject({
    proposals: [{ proposalId: "@bundle:duo" }],
    refinementsApplied: [{ status: "applied" }],
  });
  const omitted = [{ scope: "proposal", proposalId: "@bundle:duo", action: "omit" }] as const;
  expect((await agent.getProducts({ refine: omitted }, shop.call())).proposals).toEqual([]);
});

test("no price is shown below a hard floor of the rate card, and a floor that would never apply is refused", async () => {
  const shop = await openShop([]);
  const fact = { id: "ctv", label: "Television", appliesWhen: "always", strength: "hard_floor" };
  const put = (...facts: object[]) =>
    shop.seller.put("/storefront", { compositionPricing: { rateCard: { currency: "USD", facts } } });
  expect((await put({ ...fact, pricing: { floorPrice: 10 } })).status).toBe(200);
  expect((await pricesIn(shop))[0]).toMatchObject(["s0:a", { pricingOptionId: "fixed~-25", fixedPrice: "10" }]);
  const elsewhere = { publisherDomains: ["elsewhere.example"] };
  expect((await put({ ...fact, hints: elsewhere, pricing: { floorPrice: 10 } })).status).toBe(200);
  expect((await pricesIn(shop))[0]).toMatchObject(["s0:a", fixed("8")]);
  for (const unread of [
    { ...fact, strength: "guidance", pricing: { floorPrice: 10 } },
    { ...fact, pricing: { targetPrice: 12 } },
    { ...fact, hints: { seasonality: ["summer"] }, pricing: { floorPrice: 10 } },
  ])
    expect(await put(unread)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
});
