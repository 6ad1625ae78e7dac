import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, openWorld, type Reply, type World } from "../../../../test/world.ts";
import { auction, fixed, product, proposal, ScriptedMarket, seller } from "../discovery.fixture.ts";

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;
let discoveryId: string;
let selections: string;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());
beforeEach(async () => {
  buyer = await world.caller("BUYER");
  ({ discoveryId, selections } = await newSession({ budget: 1000 }));
});

const EUR = { pricingOptionId: "euro", currency: "EUR" };
const guidance = (currency: string) => ({ min: null, recommended: "600", max: null, currency });
const ONE = seller("One", 1, () => ({
  products: [
    product("both", { pricingOptions: [auction("12.5"), fixed("30"), fixed("29", EUR)] }),
    product("auction", { pricingOptions: [auction("8.25")] }),
    product("dear", {
      pricingOptions: [fixed("30", { minSpendPerPackage: "500" }), fixed("40", { pricingOptionId: "small" })],
    }),
    product("european", { pricingOptions: [fixed("20", { ...EUR, pricingOptionId: "only" }), fixed("22")] }),
    product("shared"),
  ],
  proposals: [
    proposal("thirds", { both: "33.33", auction: "33.33", shared: "33.34" }),
    proposal("gaps", { both: "50", elsewhere: "50" }, { budgetGuidance: guidance("USD") }),
    proposal("gone", { elsewhere: "100" }),
    proposal("old", { both: "100" }, { expiresAt: new Date("2020-01-01T00:00:00Z") }),
    proposal("foreign", { both: "100" }, { budgetGuidance: guidance("EUR") }),
    proposal("dear", { dear: "100" }),
  ],
}));
const TWO = seller("Two", 2, () => ({ products: [product("shared"), product("other")] }));

async function newSession(body: object = {}, caller = buyer) {
  market.open(ONE, TWO);
  const advertiser = await caller.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const { data } = await caller.post("/buyer/discovery/discover-products", {
    advertiserId: advertiser.data.id,
    ...body,
  });
  const path = `/buyer/discovery/${data.discoveryId}`;
  return { discoveryId: data.discoveryId as string, selections: `${path}/products` };
}

const add = (products: object[], more: object = {}) => buyer.post(selections, { products, ...more });
const idsIn = ({ data }: Reply) => data.products.map(({ productId }: { productId: string }) => productId);

test("what is chosen is read back, with the budget that it takes", async () => {
  const added = await add([
    { productId: "both", budget: 250.25 },
    { productId: "auction", bidPrice: 9, budget: 100 },
  ]);
  expect(added).toMatchObject({
    status: 200,
    data: {
      discoveryId,
      totalProducts: 2,
      products: [
        {
          productId: "both",
          salesAgentId: "storefront-one",
          storefrontId: "1",
          groupId: `ctx_${discoveryId}-group-0`,
          groupName: "One",
          pricingOptionId: "fixed",
          currency: "USD",
          budget: 250.25,
          selectedAt: expect.any(String),
        },
        { productId: "auction", pricingOptionId: "auction", bidPrice: 9, cpm: 9, budget: 100 },
      ],
      budgetContext: { sessionBudget: 1000, allocatedBudget: 350.25, remainingBudget: 649.75 },
      campaignBound: false,
      campaignWarning: expect.stringContaining(discoveryId),
    },
  });
  expect(added.data.products[0].bidPrice).toBeUndefined();
  expect((await buyer.get(selections)).data).toEqual(added.data);
});

test("selecting again merges, changes what is named, and keeps the rest; replace starts again", async () => {
  await add([{ productId: "both" }, { productId: "auction", bidPrice: 9 }]);
  const merged = await add([
    { productId: "other", budget: 5 },
    { productId: "auction", budget: 100 },
  ]);
  expect(idsIn(merged)).toEqual(["both", "auction", "other"]);
  expect(merged.data.products[1]).toMatchObject({ bidPrice: 9, budget: 100 });
  expect(idsIn(await add([{ productId: "other" }], { replace: true }))).toEqual(["other"]);
});

test("more than the budget may be chosen, with a warning", async () => {
  const { data } = await add([{ productId: "both", budget: 1500 }]);
  expect(data.budgetContext).toEqual({
    sessionBudget: 1000,
    allocatedBudget: 1500,
    remainingBudget: -500,
    currency: "USD",
    budgetWarning: expect.stringContaining("1500 USD"),
  });
});

test.each([
  ["an unknown product", { productId: "nowhere" }, "productId"],
  ["a product of another seller", { productId: "other", salesAgentId: "storefront-one" }, "productId"],
  ["a product of two sellers", { productId: "shared" }, "salesAgentId"],
  ["an unknown option", { productId: "both", pricingOptionId: "free" }, "pricingOptionId"],
  ["an auction without a bid", { productId: "auction" }, "bidPrice"],
  ["a bid below the floor", { productId: "auction", bidPrice: 8.24 }, "bidPrice"],
  ["half a cent", { productId: "both", budget: 1.005 }, "budget"],
  ["no money", { productId: "both", budget: 0 }, "budget"],
  ["less than the option takes", { productId: "dear", pricingOptionId: "fixed", budget: 499.99 }, "budget"],
])("%s is refused, and nothing of the request is stored", async (_what, wrong, part) => {
  const { status, error } = await add([{ productId: "other" }, wrong]);
  expect(status).toBe(400);
  expect(error).toMatchObject({ code: "VALIDATION_ERROR", field: `products.1.${part}` });
  expect((await buyer.get(selections)).data.totalProducts).toBe(0);
});

test("a price in another currency than the advertiser's is refused", async () => {
  const { error } = await add([{ productId: "both", pricingOptionId: "euro" }]);
  expect(error).toMatchObject({ code: "CURRENCY_MISMATCH", field: "products.0.pricingOptionId" });
});

test("the usual option is a fixed price in the advertiser's currency that the budget reaches, or an auction for a bid", async () => {
  const { data } = await add([
    { productId: "both", bidPrice: 13 },
    { productId: "dear", budget: 100 },
    { productId: "european" },
    { productId: "shared", salesAgentId: "storefront-two" },
  ]);
  expect(data.products).toMatchObject([
    { productId: "both", pricingOptionId: "auction", bidPrice: 13 },
    { productId: "dear", pricingOptionId: "small", budget: 100 },
    { productId: "european", pricingOptionId: "fixed", currency: "USD" },
    { productId: "shared", salesAgentId: "storefront-two", storefrontId: "2" },
  ]);
});

test("of two sellers with a product of one id, the storefront or the group says which is meant", async () => {
  const group = (await buyer.get(`/buyer/discovery/${discoveryId}/discover-products`)).data.productGroups.find(
    ({ storefrontId }: { storefrontId: string }) => storefrontId === "2",
  );
  const { groupId, groupName } = group;
  for (const named of [{ storefrontId: 2 }, { storefrontId: "2" }, { groupId, groupName }]) {
    const { data } = await add([{ productId: "shared", ...named }], { replace: true });
    expect(data.products).toMatchObject([{ salesAgentId: "storefront-two", groupId, groupName }]);
  }
  const { error } = await add([{ productId: "other", storefrontId: 1 }]);
  expect(error).toMatchObject({ field: "products.0.productId", message: expect.stringContaining("storefront 1") });
});

test("a selected product stays unchanged when the sellers answer again, and can still get new terms", async () => {
  await add([{ productId: "both", budget: 10 }]);
  market.open(TWO);
  const { data } = await buyer.get(`/buyer/discovery/${discoveryId}/discover-products`);
  const advertiser = await buyer.get("/buyer/advertisers");
  await buyer.post("/buyer/discovery/discover-products", {
    advertiserId: advertiser.data.advertisers[0].id,
    discoveryId: data.discoveryId,
  });
  const changed = await add([{ productId: "both", budget: 20 }]);
  expect(changed.data.products).toMatchObject([{ productId: "both", budget: 20, name: "both" }]);
  const details = await buyer.get(`${selections}/both/details?salesAgentId=storefront-one`);
  expect(details.data).toMatchObject({ productId: "both", salesAgentName: "One" });
});

test("products are taken out by a body on delete, and unknown ids are none to take out", async () => {
  await add([{ productId: "both" }, { productId: "other" }]);
  const { status, data } = await buyer.delete(selections, { productIds: ["both", "nowhere"] });
  expect(status).toBe(200);
  expect(data).toMatchObject({ totalProducts: 1, products: [{ productId: "other" }] });
  expect((await buyer.delete(selections, { productIds: [] })).status).toBe(400);
});

test("concurrent selections lose nothing", async () => {
  const ids = ["both", "dear", "european", "other"];
  const answers = await Promise.all(ids.map((productId) => add([{ productId }])));
  expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
  const { data } = await buyer.get(selections);
  expect(data.products.map(({ productId }: { productId: string }) => productId).sort()).toEqual(ids.toSorted());
});

test("somebody else's session reads like a missing one", async () => {
  await add([{ productId: "both" }]);
  const stranger = await world.caller("BUYER");
  const body = { products: [{ productId: "both" }] };
  const foreign = await stranger.post(selections, body);
  const missing = await stranger.post("/buyer/discovery/disc_missing/products", body);
  expect([foreign.status, missing.status]).toEqual([404, 404]);
  expect(foreign.error?.message.replace(discoveryId, "disc_missing")).toBe(missing.error?.message);
  expect((await stranger.get(selections)).status).toBe(404);
  expect((await stranger.delete(selections, { productIds: ["both"] })).status).toBe(404);
  expect((await add([{ productId: "both" }], { campaignId: "cmp_missing" })).status).toBe(404);
});

const apply = (body: object) => buyer.post(`/buyer/discovery/${discoveryId}/apply-proposal`, body);

test("a proposal's parts add up to the budget to the cent, whatever the budget", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 3, max: 10_000_000 }), async (cents) => {
      const { data } = await apply({ proposalId: "thirds", totalBudget: cents / 100, replace: true });
      const parts: number[] = data.products.map(({ budget }: { budget: number }) => Math.round(budget * 100));
      expect(parts.reduce((total, part) => total + part, 0)).toBe(cents);
      expect(data).toMatchObject({ totalBudgetUsed: cents / 100, productsApplied: 3, productsSkipped: [] });
    }),
    { numRuns: 15, seed: 20_261_121 },
  );
});

test("a proposal is applied with its seller's recommendations, at the floor of an auction, and without missing products", async () => {
  await add([{ productId: "other" }]);
  const gaps = await apply({ proposalId: "gaps" });
  expect(gaps).toMatchObject({
    status: 200,
    data: {
      proposal: { proposalId: "gaps", name: "gaps", salesAgentName: "One" },
      totalBudgetUsed: 300,
      productsApplied: 1,
      productsSkipped: ["elsewhere"],
      totalProducts: 2,
      budgetContext: { allocatedBudget: 300, remainingBudget: 700 },
    },
  });
  const thirds = await apply({ proposalId: "thirds", totalBudget: 300, replace: true });
  expect(thirds.data.products).toMatchObject([
    { productId: "both", pricingOptionId: "fixed", budget: 99.99 },
    { productId: "auction", pricingOptionId: "auction", bidPrice: 8.25, budget: 99.99 },
    { productId: "shared", salesAgentId: "storefront-one", budget: 100.02 },
  ]);
});

test.each([
  ["unknown", { proposalId: "unknown" }, 404, undefined],
  ["without a budget", { proposalId: "thirds" }, 400, "totalBudget"],
  ["with a budget of half a cent", { proposalId: "thirds", totalBudget: 1.005 }, 400, "totalBudget"],
  ["with too little for three", { proposalId: "thirds", totalBudget: 0.02 }, 400, "totalBudget"],
  ["with less than a product takes", { proposalId: "dear", totalBudget: 0 }, 400, "totalBudget"],
  ["recommended in another currency", { proposalId: "foreign" }, 400, "totalBudget"],
  ["not offered, because none of its products is there", { proposalId: "gone", totalBudget: 10 }, 404, undefined],
  ["expired", { proposalId: "old", totalBudget: 10 }, 400, undefined],
])("a proposal that is %s is refused, and the selection stays", async (_what, body, expected, field) => {
  await add([{ productId: "other" }]);
  const { status, error } = await apply({ replace: true, ...body });
  expect([status, error?.field]).toEqual([expected, field]);
  expect(idsIn(await buyer.get(selections))).toEqual(["other"]);
});
