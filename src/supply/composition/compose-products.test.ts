import fc from "fast-check";
import { expect, test } from "vitest";
import type { PricingOption, Proposal } from "../../ground/seller-agent/index.ts";
import { product } from "../../ground/seller-agent/product.fixture.ts";
import type { ProductRule } from "../rules/index.ts";
import { composeProducts } from "./compose-products.ts";
import type { CompositionInput } from "./composition.ts";

const FIXED: PricingOption = {
  pricingOptionId: "cpm",
  pricingModel: "cpm",
  currency: "USD",
  fixedPrice: "8",
  floorPrice: null,
  minSpendPerPackage: null,
};

const PLAIN: CompositionInput = {
  mode: "composition",
  buyingMode: "wholesale",
  brief: null,
  currency: null,
  sources: [
    {
      sourceId: "tv",
      products: [
        product("drama", { name: "Evening drama", channels: ["ctv"], pricingOptions: [FIXED] }),
        product("sport", { name: "Football live", channels: ["ctv"], pricingOptions: [FIXED] }),
      ],
      proposals: [],
    },
    {
      sourceId: "web",
      products: [product("home", { name: "Home page takeover", channels: ["display"], pricingOptions: [FIXED] })],
      proposals: [],
    },
  ],
  discounts: {},
  withheld: [],
  rules: [],
};
const BRIEF = { buyingMode: "brief", brief: "football" } as const;

async function idsOf(changes: Partial<CompositionInput>): Promise<string[]> {
  return (await composeProducts({ ...PLAIN, ...changes })).products.map((one) => one.product.productId);
}

function bundle(parts: Readonly<Record<string, string>>): ProductRule {
  const named = Object.entries(parts).map(([productId, share]) => ({ productId, share }));
  return { kind: "bundle", ruleId: "duo", name: "Duo", description: null, parts: named };
}

test("without a brief the products are in the sources' order, with ids that name their source", async () => {
  expect(await idsOf({})).toEqual(["tv:drama", "tv:sport", "web:home"]);
});

test("products that fit the brief come first, and say why", async () => {
  const { products } = await composeProducts({ ...PLAIN, ...BRIEF });
  expect(products.map((one) => one.product.productId)).toHaveLength(3);
  expect(products[0]?.product.productId).toBe("tv:sport");
  expect(products[0]?.relevance).toMatchObject({
    fit: "strong",
    why: "Asks for soccer: this is connected TV about soccer.",
  });
});

test("the policy withholds products before any rule applies, and the rules say what they left out", async () => {
  const rules: ProductRule[] = [{ kind: "exclude", ruleId: "no-tv", match: { sourceIds: ["tv"] } }];
  const { products, exclusions } = await composeProducts({ ...PLAIN, rules, withheld: ["tv:drama"] });
  expect(products.map((one) => one.product.productId)).toEqual(["web:home"]);
  expect(exclusions).toMatchObject([
    { productId: "tv:drama", by: "acceptance_policy", ruleId: null },
    { productId: "tv:sport", by: "product_rules", ruleId: "no-tv" },
  ]);
});

test("a storefront that passes a source through keeps the source's order and texts: rules, floors and rank do not apply", async () => {
  const rules: ProductRule[] = [
    { kind: "exclude", ruleId: "no-tv", match: { sourceIds: ["tv"] } },
    { kind: "price_floor", ruleId: "ten", match: {}, amount: "10", currency: "USD", pricingModel: "cpm" },
  ];
  const { products, exclusions } = await composeProducts({
    ...PLAIN,
    ...BRIEF,
    mode: "passthrough",
    discounts: { tv: "10" },
    rules,
  });
  expect(products.map((one) => one.product.productId)).toEqual(["tv:drama", "tv:sport", "web:home"]);
  expect(products[0]?.product.pricingOptions).toMatchObject([{ pricingOptionId: "cpm~10", fixedPrice: "7.2" }]);
  expect(exclusions).toEqual([]);
});

test("a free product with a floor is left out, if the floor is in its currency", async () => {
  const free = product("free", { pricingOptions: [{ ...FIXED, fixedPrice: "0" }] });
  const sources = [{ sourceId: "tv", products: [free], proposals: [] }];
  const ten = { kind: "price_floor", match: {}, amount: "10", pricingModel: "cpm" } as const;
  const rules: ProductRule[] = [
    { ...ten, ruleId: "ten-euros", currency: "EUR" },
    { ...ten, ruleId: "ten", currency: "USD" },
  ];
  const { products, exclusions } = await composeProducts({ ...PLAIN, sources, rules });
  expect(products).toEqual([]);
  expect(exclusions).toMatchObject([{ productId: "tv:free", ruleId: "ten" }]);
});

test("a bundle is a proposal over products of several sources, at their quoted prices", async () => {
  const rules = [bundle({ "tv:sport": "70", "web:home": "30" })];
  const { proposals } = await composeProducts({ ...PLAIN, ...BRIEF, discounts: { web: "10" }, rules });
  expect(proposals).toMatchObject([
    {
      proposalId: "@bundle:duo",
      name: "Duo",
      allocations: [
        { productId: "tv:sport", allocationPercentage: "70", pricingOptionId: "cpm" },
        { productId: "web:home", allocationPercentage: "30", pricingOptionId: "cpm~10" },
      ],
      budgetGuidance: { currency: "USD", min: null },
    },
  ]);
  expect((await composeProducts({ ...PLAIN, rules })).proposals).toEqual([]);
});

test("a bundle's minimum budget gives each part what its price requires", async () => {
  const dear = { ...FIXED, minSpendPerPackage: "100" };
  const sources = PLAIN.sources.map((source) => ({
    ...source,
    products: source.products.map((one) => ({ ...one, pricingOptions: [dear] })),
  }));
  const rules = [bundle({ "tv:sport": "67", "web:home": "33" })];
  const { proposals } = await composeProducts({ ...PLAIN, ...BRIEF, sources, rules });
  expect(proposals[0]?.budgetGuidance?.min).toBe("303.04");
});

test.each([
  ["a part is not sold", { "tv:sport": "50", "tv:none": "50" }, null, /tv:none/],
  ["nothing is sold in the buyer's currency", { "tv:sport": "50", "web:home": "50" }, "EUR", /one currency/],
])("a bundle is left out if %s, and that is reported", async (_, parts, currency, reason) => {
  const { proposals, exclusions } = await composeProducts({ ...PLAIN, ...BRIEF, currency, rules: [bundle(parts)] });
  expect(proposals).toEqual([]);
  expect(exclusions).toMatchObject([{ productId: "@bundle:duo", reason: expect.stringMatching(reason) }]);
});

test("a source's proposal is quoted as its products are, and left out if one of them is", async () => {
  const proposal: Proposal = {
    proposalId: "p",
    name: "Both",
    description: null,
    allocations: ["drama", "sport"].map((productId) => ({
      productId,
      allocationPercentage: "50",
      pricingOptionId: "cpm",
      rationale: null,
    })),
    expiresAt: null,
    budgetGuidance: { currency: "USD", min: "100", recommended: null, max: null },
  };
  const sources = PLAIN.sources.map((source) => ({ ...source, proposals: source.sourceId === "tv" ? [proposal] : [] }));
  const floor: ProductRule = {
    kind: "price_floor",
    ruleId: "ten",
    match: { productIds: ["tv:sport"] },
    amount: "10",
    currency: "USD",
    pricingModel: "cpm",
  };
  const quoted = await composeProducts({ ...PLAIN, sources, discounts: { tv: "10" }, rules: [floor] });
  expect(quoted.proposals).toMatchObject([
    {
      proposalId: "tv:p",
      allocations: [{ pricingOptionId: "cpm~10" }, { pricingOptionId: "cpm~-25" }],
      budgetGuidance: { min: "90" },
    },
  ]);
  expect((await composeProducts({ ...PLAIN, sources, withheld: ["tv:sport"] })).proposals).toEqual([]);
});

const word = fc.constantFrom("football", "drama", "news", "garden", "music");
const rule: fc.Arbitrary<ProductRule> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("include" as const, "exclude" as const),
    ruleId: fc.uuid(),
    match: fc.record({ channels: fc.subarray(["ctv", "display", "olv"], { minLength: 1 }) }),
  }),
  fc.record({ kind: fc.constant("rename" as const), ruleId: fc.uuid(), match: fc.constant({}), name: word }),
  fc.record({
    kind: fc.constant("price_floor" as const),
    ruleId: fc.uuid(),
    match: fc.constant({}),
    amount: fc.integer({ min: 1, max: 50 }).map(String),
    currency: fc.constant("USD"),
    pricingModel: fc.constant("cpm" as const),
  }),
);
const shelf = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d"), word, fc.constantFrom("ctv", "display")), {
  selector: ([id]) => id,
});

test("the same input gives the same products in the same order at the same prices, even after it was stored as JSON", async () => {
  await fc.assert(
    fc.asyncProperty(shelf, shelf, fc.array(rule, { maxLength: 4 }), word, async (tv, web, rules, brief) => {
      const sources = Object.entries({ tv, web }).map(([sourceId, made]) => ({
        sourceId,
        proposals: [],
        products: made.map(([id, name, channel]) =>
          product(id, { name, channels: [channel], pricingOptions: [FIXED] }),
        ),
      }));
      const input: CompositionInput = {
        ...PLAIN,
        buyingMode: "brief",
        brief,
        sources,
        rules,
        discounts: { tv: "12.5" },
      };
      const kept = JSON.parse(JSON.stringify(input)) as CompositionInput;
      expect(await composeProducts(kept)).toEqual(await composeProducts(input));
    }),
    { seed: 26, numRuns: 60 },
  );
});
