import { afterAll, beforeAll, expect, test } from "vitest";
import { fixed, product } from "../../ground/seller-agent/product.fixture.ts";
import { type Market, openMarket, type Shop } from "../orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const RULES = "/storefront/product-rules";
const NO_A = { kind: "exclude", match: { productIds: ["s0:a"] } };

async function shownBy(shop: Shop): Promise<string[]> {
  const { products } = await (await shop.resolveAgent()).getProducts({}, shop.call());
  return products.map(({ productId }) => productId);
}

test("a version contains its whole list, is read as it was written, and applies once it is active", async () => {
  const shop = await market.openShop();
  const { seller } = shop;
  const rules = [
    NO_A,
    { kind: "include", ruleId: "tv", match: { channels: ["ctv"], publisherDomains: ["https://News.example/"] } },
    { kind: "rename", match: { sourceIds: ["s1"] }, name: "Ours", description: "By us" },
    { kind: "price_floor", amount: 12.5, currency: "USD" },
    {
      kind: "bundle",
      name: "Duo",
      parts: [
        { productId: "s0:b", share: 62.5 },
        { productId: "s1:a", share: 37.5 },
      ],
    },
  ];
  const made = await seller.post(RULES, { rules, notes: "spring" });
  expect(made).toMatchObject({
    status: 201,
    data: {
      storefrontId: String(shop.storefrontId),
      version: 1,
      isActive: false,
      notes: "spring",
      rules: [
        { ...NO_A, ruleId: "rule-1" },
        { kind: "include", ruleId: "tv", match: { channels: ["ctv"], publisherDomains: ["news.example"] } },
        { kind: "rename", ruleId: "rule-3", name: "Ours", description: "By us" },
        { kind: "price_floor", ruleId: "rule-4", match: {}, amount: 12.5, currency: "USD", pricingModel: "cpm" },
        { kind: "bundle", ruleId: "rule-5", name: "Duo", description: null, parts: [{ share: 62.5 }, { share: 37.5 }] },
      ],
    },
  });
  expect((await seller.get(`${RULES}/1`)).data).toEqual(made.data);
  expect((await seller.get(`${RULES}/active`)).status).toBe(404);
  expect(await shownBy(shop)).toHaveLength(4);
});

test("the active version applies from the next request on, and an older one can replace it", async () => {
  const shop = await market.openShop();
  const { seller } = shop;
  await seller.post(RULES, { rules: [] });
  await seller.post(RULES, { rules: [NO_A], activate: true });
  expect(await shownBy(shop)).toEqual(["s0:b", "s1:a", "s1:b"]);
  expect((await seller.get(`${RULES}/active`)).data).toMatchObject({ version: 2, isActive: true });
  expect(await seller.post(`${RULES}/1/activate`)).toMatchObject({ status: 200, data: { version: 1, isActive: true } });
  expect((await seller.post(`${RULES}/1/activate`)).data).toMatchObject({ version: 1, isActive: true });
  expect(await shownBy(shop)).toHaveLength(4);
  expect((await seller.get(`${RULES}?take=1`)).data).toMatchObject({
    items: [{ version: 2, isActive: false }],
    total: 2,
  });
});

test.each([
  ["a rule about nothing", { kind: "exclude", match: {} }, /say which products/],
  ["an id that names no source", { kind: "exclude", match: { productIds: ["a"] } }, /main:homepage/],
  ["a rename to nothing", { kind: "rename", match: { sourceIds: ["s0"] } }, /rename it, or describe it/],
  ["a floor of nothing", { kind: "price_floor", amount: 0, currency: "USD" }, /amount/],
  ["a floor in no currency", { kind: "price_floor", amount: 1, currency: "dollars" }, /currency/],
  [
    "shares that do not add up",
    {
      kind: "bundle",
      name: "Duo",
      parts: [
        { productId: "s0:a", share: 60 },
        { productId: "s1:a", share: 30 },
      ],
    },
    /add up to 100/,
  ],
  [
    "a part that stands twice",
    {
      kind: "bundle",
      name: "Duo",
      parts: [
        { productId: "s0:a", share: 50 },
        { productId: "s0:a", share: 50 },
      ],
    },
    /once/,
  ],
  ["a kind that there is not", { kind: "discount", match: { sourceIds: ["s0"] } }, /kind/],
])("%s is refused, by name", async (_, rule, message) => {
  const { seller } = await market.openShop();
  expect(await seller.post(RULES, { rules: [rule] })).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", message: expect.stringMatching(message) },
  });
});

test("a version that does not exist is neither read nor activated", async () => {
  const { seller } = await market.openShop();
  expect((await seller.get(`${RULES}/1`)).status).toBe(404);
  expect(await seller.post(`${RULES}/1/activate`)).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "version" },
  });
  expect((await seller.post(`${RULES}/preview`, { brief: " " })).status).toBe(400);
});

test("two rules with one name are refused", async () => {
  const { seller } = await market.openShop();
  const twice = [NO_A, NO_A].map((rule) => ({ ...rule, ruleId: "same" }));
  expect((await seller.post(RULES, { rules: twice })).error?.message).toMatch(/the same ruleId/);
});

test("a preview shows what a brief would find under rules that are not active yet, and why the rest is left out", async () => {
  const shop = await market.openShop();
  const [source] = shop.sellers;
  if (source)
    source.getProducts = async () => ({
      products: [product("a"), product("sea", { name: "Sea view", pricingOptions: [fixed("8")] })],
      proposals: [],
      refinementsApplied: [],
      incomplete: [],
    });
  const rules = [
    NO_A,
    { kind: "exclude", match: { sourceIds: ["s1"] } },
    { kind: "price_floor", amount: 10, currency: "USD" },
  ];
  const preview = await shop.seller.post(`${RULES}/preview`, { brief: "a view of the sea", rules });
  expect(preview).toMatchObject({
    status: 200,
    data: {
      products: [
        {
          productId: "s0:sea",
          sourceId: "s0",
          score: expect.closeTo(1, 1),
          reasoning: expect.stringContaining("connected TV"),
          prices: [{ pricingOptionId: "fixed~-25", fixedPrice: 10, floorPrice: null, raised: true }],
        },
      ],
      bundles: [],
      exclusions: [
        { productId: "s0:a", ruleId: "rule-1" },
        { productId: "s1:a", ruleId: "rule-2" },
        { productId: "s1:b", ruleId: "rule-2" },
      ],
      missing: [],
    },
  });
  expect(await shownBy(shop)).toEqual(["s0:a", "s0:sea", "s1:a", "s1:b"]);
});

test("without its own rules a preview uses the active ones, as the buyer it names would see it", async () => {
  const shop = await market.openShop({ requiresCredentials: true });
  const { seller } = shop;
  await seller.post(RULES, { rules: [{ kind: "exclude", match: { productIds: ["s1:a"] } }], activate: true });
  expect((await seller.post(`${RULES}/preview`, {})).data).toMatchObject({
    products: [{ productId: "s1:b", reasoning: null }],
    missing: [{ source: "Source 0", reason: "not_connected" }],
  });
  await seller.post("/storefront/acceptance-policy", { content: "Block buyers: acme.com", activate: true });
  expect((await seller.post(`${RULES}/preview`, { brandDomain: "acme.com", country: "DE" })).data).toMatchObject({
    products: [],
    missing: [{ reason: "refused", message: expect.stringContaining("acme.com") }],
  });
});
