import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import type { ProductsRequest } from "../../ground/seller-agent/index.ts";
import { auction, fixed, product, proposal, ScriptedMarket, seller } from "./discovery.fixture.ts";

const DISCOVER = "/buyer/discovery/discover-products";
const market = new ScriptedMarket();
let world: World;
let buyer: Caller;
let advertiserId: number;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());
beforeEach(async () => {
  buyer = await world.caller("BUYER");
  advertiserId = await newAdvertiser(buyer);
  market.open(CTV, DISPLAY);
});

async function newAdvertiser(caller: Caller, changes: object = {}): Promise<number> {
  const { data } = await caller.post("/buyer/advertisers", { name: "Acme", brand: "acme.com", ...changes });
  return Number(data.id);
}

const CTV = seller("Premium CTV", 42, () => ({
  products: [
    product("sports", { name: "Live sports", pricingOptions: [fixed("30"), auction("12.5")] }),
    product("family", { name: "Family night", briefRelevance: "Families watch it", countries: ["US"] }),
  ],
  proposals: [
    proposal(
      "plan",
      { sports: "60", family: "40" },
      { budgetGuidance: { min: null, recommended: "1000", max: "5000", currency: "USD" } },
    ),
  ],
}));
const DISPLAY = seller("News Display", 43, () => ({
  products: [
    product("home", {
      name: "Homepage",
      channels: ["display"],
      publisherProperties: [{ publisherDomain: "news.example", selectionType: "by_id", propertyIds: ["front"] }],
    }),
    product("family", { name: "Family section", channels: ["display"] }),
  ],
}));

const discover = (body: object = {}, caller = buyer) => caller.post(DISCOVER, { advertiserId, ...body });
const idsIn = ({ data }: { data: { productGroups: { products: { productId: string }[] }[] } }) =>
  data.productGroups.map(({ products }) => products.map(({ productId }) => productId));

test("a search starts a session, ranks what the sellers offer for the brief, and groups it by storefront", async () => {
  const { status, data } = await discover({ brief: "sports fans", budget: 5000 });
  expect(status).toBe(200);
  expect(data.discoveryId).toMatch(/^disc_/);
  expect(data).toMatchObject({
    totalGroups: 2,
    hasMoreGroups: false,
    summary: { totalProducts: 4, publishersCount: 3, priceRange: { min: 12.5, max: 20, avg: 18.125, currency: "USD" } },
    budgetContext: { sessionBudget: 5000, allocatedBudget: 0, remainingBudget: 5000 },
    incompleteAgents: [],
    productGroups: [
      {
        groupId: `ctx_${data.discoveryId}-group-0`,
        groupName: "Premium CTV",
        storefrontId: "42",
        productCount: 2,
        totalProducts: 2,
        hasMoreProducts: false,
        products: [
          {
            productId: "sports",
            channel: "ctv",
            cpm: 12.5,
            currency: "USD",
            salesAgentId: "storefront-premium-ctv",
            storefrontId: "42",
            formatTypes: ["video"],
            relevance: {
              fit: "strong",
              matchedTerms: ["sports fans"],
              why: "Asks for sport: this is connected TV about sport.",
            },
            availability: { canBuy: true },
            pricingOptions: [
              { pricingOptionId: "fixed", isFixed: true, rate: 30, fixedPrice: 30 },
              { pricingOptionId: "auction", isFixed: false, rate: 12.5, floorPrice: 12.5 },
            ],
          },
          { productId: "family", sellerRationale: "Families watch it", relevance: { fit: "none" } },
        ],
      },
      { groupName: "News Display" },
    ],
    proposals: [
      {
        proposalId: "plan",
        salesAgentId: "storefront-premium-ctv",
        allocations: [{ productId: "sports", allocationPercentage: 60 }, { productId: "family" }],
        totalBudgetGuidance: { recommended: 1000, max: 5000, currency: "USD" },
      },
    ],
  });
  expect(data.emptyReasons).toBeUndefined();
  expect(data.agentResults).toBeUndefined();
});

test("numeric ids may be text, and proposal.action discover is what the call does anyway", async () => {
  const searched = await buyer.post(DISCOVER, {
    advertiserId: String(advertiserId),
    storefrontIds: ["42"],
    proposal: { action: "discover" },
    somethingNew: true,
  });
  expect(idsIn(searched)).toEqual([["sports", "family"]]);
  expect((await discover({ proposal: { action: "buy" } })).status).toBe(400);
});

test("bad input names every field that is wrong", async () => {
  const { status, error } = await buyer.post(DISCOVER, {
    advertiserId: "x",
    brief: "x".repeat(5001),
    channels: ["skywriting"],
    countries: ["USA"],
    budget: 0,
    flightDates: { startDate: "2026-02-01T00:00:00Z", endDate: "2026-01-01T00:00:00Z" },
    pricingModel: "barter",
    groupLimit: 11,
    productsPerGroup: 16,
    productOffset: 1001,
    storefrontNames: [""],
    refine: [],
  });
  expect(status).toBe(400);
  const issues = error?.details?.issues as { path: string }[];
  expect(issues.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "advertiserId",
      "brief",
      "channels.0",
      "countries.0",
      "budget",
      "flightDates.endDate",
      "pricingModel",
      "groupLimit",
      "productsPerGroup",
      "productOffset",
      "storefrontNames.0",
      "refine",
    ]),
  );
  const refine = [{ scope: "request", ask: "more" }];
  expect(await discover({ refine })).toMatchObject({ status: 400, error: { field: "discoveryId" } });
  expect(await discover({ budget: 1.005 })).toMatchObject({ status: 400, error: { field: "budget" } });
});

test("a foreign advertiser, session or campaign reads like a missing one", async () => {
  const { data } = await discover();
  const stranger = await world.caller("BUYER");
  const theirs = await newAdvertiser(stranger);
  expect((await discover({}, stranger)).status).toBe(404);
  expect((await discover({ advertiserId: theirs, discoveryId: data.discoveryId }, stranger)).status).toBe(404);
  expect((await discover({ campaignId: "cmp_missing" })).status).toBe(404);
  expect((await stranger.get(`/buyer/discovery/${data.discoveryId}/discover-products`)).status).toBe(404);
  const second = await newAdvertiser(buyer);
  const mixed = await discover({ advertiserId: second, discoveryId: data.discoveryId });
  expect(mixed).toMatchObject({ status: 400, error: { field: "discoveryId" } });
});

test("a seller that does not answer is named, and costs neither the others nor more than the budget", async () => {
  const hurried = await openWorld({
    sellers: market,
    installation: { ...world.host.installation, discoveryTimeoutMs: 200 },
  });
  try {
    market.open(
      seller("Hung", 7, () => new Promise(() => undefined)),
      CTV,
    );
    const caller = await hurried.caller("BUYER");
    const { status, data } = await discover({ advertiserId: await newAdvertiser(caller) }, caller);
    expect(status).toBe(200);
    expect(idsIn({ data })).toEqual([["sports", "family"]]);
    expect(data.incompleteAgents).toEqual([
      {
        agentId: "storefront-hung",
        agentName: "Hung",
        storefronts: [{ storefrontId: "7", storefrontName: "Hung" }],
        source: "storefront-hung",
        reason: "timeout",
        cause: "timeout",
        message: "no answer within 200 ms",
        waitSeconds: 1,
      },
    ]);
    expect(data.retryWithLongerWaitAvailable).toBe(true);
    expect(data.agentResults).toMatchObject([
      { agentId: "storefront-hung", success: false, timedOut: true, error: expect.any(String) },
    ]);
  } finally {
    await hurried.close();
  }
});

test("every search replaces the answer before it, and asks for what the session was asked for", async () => {
  const requests: ProductsRequest[] = [];
  market.open(
    seller("Curious", 5, (request) => {
      requests.push(request);
      return { products: [product(`p${requests.length}`)] };
    }),
  );
  const flightDates = { startDate: "2026-05-01T00:00:00Z", endDate: "2026-06-01T00:00:00+02:00" };
  const first = await discover({ brief: "cooking", channels: ["ctv"], countries: ["us"], budget: 99.5, flightDates });
  const second = await discover({ discoveryId: first.data.discoveryId, brief: "baking" });
  expect(second.data.discoveryId).toBe(first.data.discoveryId);
  expect(idsIn(second)).toEqual([["p2"]]);
  expect(requests[1]).toEqual({
    brief: "baking",
    channels: ["ctv"],
    countries: ["US"],
    budget: { amount: "99.5", currency: "USD" },
    flight: { start: new Date("2026-05-01T00:00:00Z"), end: new Date("2026-05-31T22:00:00Z") },
  });
});

test("a refinement is sent to the sellers that it concerns, and what it omits stays out", async () => {
  const response: Record<string, ProductsRequest["refine"]> = {};
  const refining = (name: string, id: number, ...products: string[]) =>
    seller(name, id, ({ refine }) => {
      response[name] = refine;
      return {
        products: products.map((one) => product(one)),
        refinementsApplied: (refine ?? []).map(() => ({ status: "applied" as const, notes: "done" })),
      };
    });
  market.open(refining("One", 1, "a", "b"), refining("Two", 2, "c"));
  const { data } = await discover();
  const refined = await discover({
    discoveryId: data.discoveryId,
    refine: [
      { scope: "product", id: "b", action: "omit" },
      { scope: "request", ask: "more video" },
      { scope: "product", id: "c", action: "more_like_this", ask: "longer" },
    ],
  });
  expect(response.One).toEqual([
    { scope: "product", productId: "b", action: "omit" },
    { scope: "request", ask: "more video" },
  ]);
  expect(response.Two).toEqual([
    { scope: "request", ask: "more video" },
    { scope: "product", productId: "c", action: "more_like_this", ask: "longer" },
  ]);
  expect(idsIn(refined)).toEqual([["a"], ["c"]]);
  expect(refined.data.removedByFilters).toEqual([
    { filter: "omitted", because: "refinement", products: 1, names: ["b"], agentNames: ["One"], instead: ["b"] },
  ]);
  expect(refined.data.refinementApplied).toEqual([
    { scope: "product", id: "b", status: "applied", notes: "One: done" },
    { scope: "request", status: "applied", notes: expect.stringMatching(/^read as video; .*One, Two: done$/) },
    { scope: "product", id: "c", status: "applied", notes: "Two: done" },
  ]);
});

test("prices of several currencies have no range", async () => {
  const euros = seller("German", 9, () => ({
    products: [product("p", { pricingOptions: [fixed("20", { currency: "EUR" })] })],
  }));
  market.open(CTV, euros);
  const { data } = await discover();
  expect(data.summary.priceRange).toEqual({ min: null, max: null, avg: null });
});

test("sellers are called as the advertiser's brand, and with the sandbox account where it is a sandbox", async () => {
  let buyerSeen: unknown;
  market.open(
    seller("Curious", 5, (_request, call) => {
      buyerSeen = call.buyer;
      return { products: [product("p")] };
    }),
  );
  const sandboxed = await newAdvertiser(buyer, { sandbox: true, brand: "https://www.brand.example" });
  const { data } = await discover({ advertiserId: sandboxed });
  expect(buyerSeen).toMatchObject({ customerId: buyer.customerId, brandDomain: "brand.example", sandbox: true });
  expect(data.productGroups[0].products[0].isSandbox).toBe(true);
});

test("debug tells how every seller did", async () => {
  const { data } = await discover({ debug: true });
  expect(data.agentResults).toMatchObject([
    { agentId: "storefront-premium-ctv", success: true, productCount: 2, responseTimeMs: expect.any(Number) },
    { agentId: "storefront-news-display", success: true, productCount: 2 },
  ]);
});
