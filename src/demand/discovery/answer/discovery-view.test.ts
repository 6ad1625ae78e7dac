import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { auction, product, proposal, ScriptedMarket, seller } from "../discovery.fixture.ts";

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

async function discover(question: object = {}) {
  const advertiser = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  return buyer.post("/buyer/discovery/discover-products", { advertiserId: advertiser.data.id, ...question });
}

test("a seller's data about a product is returned: its card, its forecast, its tags and winning bids", async () => {
  const card = { title: "Live sports", image: { url: "https://cdn.example/sports.png", width: 300, height: 400 } };
  const cardDetailed = { formatId: { agentUrl: "https://formats.example", id: "card" }, manifest: { assets: {} } };
  const forecast = { method: "modeled", currency: "USD", points: [{ metrics: { impressions: { mid: 1000 } } }] };
  const sports = product("sports", {
    card,
    cardDetailed,
    forecast,
    estimatedExposures: 1000,
    publisherProperties: [
      { publisherDomain: "sports.example", selectionType: "by_tag", propertyIds: [], propertyTags: ["live"] },
    ],
    pricingOptions: [auction("5", { priceGuidance: { p50: "7.25", p90: "11" } })],
  });
  market.open(seller("Shop", 9, () => ({ products: [sports] })));
  const { data } = await discover();
  expect(data.productGroups[0].products).toMatchObject([
    {
      productCard: card,
      productCardDetailed: cardDetailed,
      forecast,
      estimatedExposures: 1000,
      publisherProperties: [{ selectionType: "by_tag", identifiers: [{ type: "property_tag", value: "live" }] }],
      pricingOptions: [{ isFixed: false, floorPrice: 5, priceGuidance: { p50: 7.25, p90: 11 } }],
    },
  ]);
});

test("a seller's data about a proposal is returned: its status, its fit, its order, its tags and its budget", async () => {
  const plan = proposal("plan", { first: "70", second: "30" });
  const [first, second] = plan.allocations;
  if (!first || !second) throw new Error("the plan has two products");
  const reported = {
    ...plan,
    briefAlignment: "Reaches families",
    status: "draft",
    allocations: [{ ...first, sequence: 2, tags: ["mobile"] }, second],
    budgetGuidance: { min: "100", recommended: null, max: "900.5", currency: "USD" },
  } as const;
  market.open(seller("Shop", 9, () => ({ products: [product("first"), product("second")], proposals: [reported] })));
  expect((await discover()).data.proposals).toMatchObject([
    {
      briefAlignment: "Reaches families",
      proposalStatus: "draft",
      allocations: [
        { productId: "first", allocationPercentage: 70, sequence: 2, tags: ["mobile"] },
        { productId: "second", allocationPercentage: 30, sequence: 2 },
      ],
      totalBudgetGuidance: { min: 100, max: 900.5, currency: "USD" },
    },
  ]);
});

test("a product's briefRelevance and its relevance agree, whatever its seller says about the brief", async () => {
  const briefRelevance = "Families watch it";
  const products = [product("sports", { name: "Live sports" }), product("family", { name: "Kin", briefRelevance })];
  market.open(seller("Shop", 9, () => ({ products })));
  const [sports, family] = (await discover({ brief: "sports fans" })).data.productGroups[0].products;
  expect(sports.briefRelevance).toBe(sports.relevance.why);
  const { why } = family.relevance;
  expect(family).toMatchObject({ briefRelevance: why, relevance: { fit: "none" }, sellerRationale: briefRelevance });
  const unranked = (await discover()).data.productGroups[0].products;
  expect(unranked).toContainEqual(expect.objectContaining({ productId: "family", briefRelevance }));
});

describe("words that no list here knows are named", () => {
  const readingOf = async (brief: string) => (await discover({ brief })).data.reading;
  beforeAll(() => market.open(seller("Shop", 9, () => ({ products: [product("sports")] }))));

  test.each([
    ["Swedish", "Nå människor som älskar vandring i fjällen", ["människor", "vandring", "fjällen"]],
    ["Chinese", "面向喜欢徒步和咖啡的人群", ["喜欢", "徒步", "咖啡"]],
    ["Korean", "등산과 커피를 좋아하는 사람들", ["등산과", "커피를", "좋아하는"]],
  ])("of a brief in %s most, and the languages that are read", async (_language, brief, words) => {
    const { unknownWords, note } = await readingOf(brief);
    expect(unknownWords).toEqual(expect.arrayContaining(words));
    expect(note).toBe(
      "most words of the brief are unknown here: briefs are read in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Japanese, and Arabic",
    );
  });

  test("of a brief that is understood only those", async () => {
    const reading = await readingOf("People who love hiking and coffee, like those of Zorblax");
    expect(reading.unknownWords).toEqual(["zorblax"]);
    expect(reading).not.toHaveProperty("note");
  });
});
