import { expect, test } from "vitest";
import type { Proposal } from "../../../ground/seller-agent/index.ts";
import { fixed, product } from "../../../ground/seller-agent/product.fixture.ts";
import type { Posture } from "../../analytics/index.ts";
import { composeProducts } from "../compose-products.ts";
import type { CompositionInput } from "../composition.ts";

const PLAIN: CompositionInput = {
  mode: "composition",
  buyingMode: "brief",
  brief: "sport",
  currency: null,
  sources: [
    {
      sourceId: "tv",
      products: [
        product("live", { name: "Sport live", pricingOptions: [fixed("20")], estimatedExposures: 1_000_000 }),
        product("magazine", { name: "Sport magazine", pricingOptions: [fixed("10", { minSpendPerPackage: "500" })] }),
        product("news", { name: "Evening news", pricingOptions: [fixed("5")] }),
      ],
      proposals: [],
    },
  ],
  discounts: {},
  withheld: [],
  rules: [],
};

function compose(
  posture: Posture,
  changes: Partial<CompositionInput> = {},
  percent = "0",
  mostProducts: number | null = null,
) {
  const stance = { posture, mostProducts, concessions: { tv: percent } };
  return composeProducts({ ...PLAIN, ...changes, stance });
}

const idsOf = ({ products }: Awaited<ReturnType<typeof compose>>) => products.map((one) => one.product.productId);
const pricesOf = ({ products }: Awaited<ReturnType<typeof compose>>) =>
  Object.fromEntries(
    products.map((one) => [one.product.productId, one.product.pricingOptions.map(({ fixedPrice }) => fixedPrice)]),
  );

test("direct_fit shows what fits best at its price, as many as permitted, and says why not the rest", async () => {
  const composed = await compose("direct_fit", {}, "10", 2);
  expect(idsOf(composed)).toEqual(["tv:live", "tv:magazine"]);
  expect(pricesOf(composed)).toEqual({ "tv:live": ["20"], "tv:magazine": ["10"] });
  expect(composed.exclusions).toEqual([
    { productId: "tv:news", by: "product_count", ruleId: null, reason: "the answer is limited to 2 products" },
  ]);
});

test.each([
  ["comes whole, where there is room for it beside what fits best", ["live", "news"], 2, ["tv:live", "tv:news"], 1],
  ["is left out where there is no room for it", ["magazine", "news"], 2, ["tv:live", "tv:magazine"], 0],
  ["is left out where a product of it is not sold", ["live", "radio"], 2, ["tv:live", "tv:magazine"], 0],
])("a plan of a source %s", async (_, parts, most, shown, plans) => {
  const sources = PLAIN.sources.map((source) => ({ ...source, proposals: [plan(parts)] }));
  const withheld = ["tv:radio"];
  const composed = await compose("direct_fit", { sources, withheld }, "0", most);
  expect(idsOf(composed)).toEqual(shown);
  expect(composed.proposals).toHaveLength(plans);
});

const plan = (productIds: readonly string[]): Proposal => ({
  proposalId: "plan",
  name: "Plan",
  description: null,
  allocations: productIds.map((productId) => ({
    productId,
    allocationPercentage: "50",
    pricingOptionId: "fixed",
    rationale: null,
  })),
  expiresAt: null,
  budgetGuidance: null,
});

test("hold_value keeps the prices, adds what they include, and concedes nothing", async () => {
  const composed = await compose("hold_value", {}, "10");
  expect(pricesOf(composed)).toEqual(pricesOf(await compose("direct_fit")));
  expect(composed.products[0]?.product.briefRelevance).toMatch(
    /^Asks for sport: .+ What its price includes: delivery is guaranteed, 1,000,000 exposures are estimated\.$/,
  );
});

test("value_preserving_compromise concedes for a volume, which its price states, and keeps the regular price too", async () => {
  const { products } = await compose("value_preserving_compromise", {}, "5");
  expect(products.map((one) => one.product.pricingOptions.map(reported))).toEqual([
    [
      ["fixed", "20", null],
      ["fixed~5", "19", "19000"],
    ],
    [
      ["fixed", "10", "500"],
      ["fixed~5", "9.5", "9500"],
    ],
    [
      ["fixed", "5", null],
      ["fixed~5", "4.75", "4750"],
    ],
  ]);
});

const reported = ({ pricingOptionId, fixedPrice, minSpendPerPackage }: ReturnType<typeof fixed>) => [
  pricingOptionId,
  fixedPrice,
  minSpendPerPackage,
];

test("price_first opens with the cheapest product that meets the brief, at less than its price", async () => {
  const composed = await compose("price_first", {}, "10");
  expect(idsOf(composed)).toEqual(["tv:magazine", "tv:live", "tv:news"]);
  expect(pricesOf(composed)).toEqual({ "tv:magazine": ["9"], "tv:live": ["20"], "tv:news": ["5"] });
});

test("tradeoff_ladder proposes tiers that trade scope for price, each at the prices of its products", async () => {
  const { proposals, products } = await compose("tradeoff_ladder", {}, "10");
  expect(products).toHaveLength(3);
  expect(proposals.map(({ proposalId, allocations }) => [proposalId, allocations.length])).toEqual([
    ["@tier:essential", 1],
    ["@tier:balanced", 2],
    ["@tier:extended", 3],
  ]);
  for (const { allocations } of proposals)
    expect(allocations.reduce((sum, { allocationPercentage }) => sum + Number(allocationPercentage), 0)).toBeCloseTo(
      100,
      9,
    );
  expect(proposals[1]?.budgetGuidance).toEqual({ currency: "USD", min: "500", recommended: null, max: null });
});

test("wholesale is the unchanged catalogue, whatever the stance", async () => {
  const plain = await composeProducts({ ...PLAIN, buyingMode: "wholesale", brief: null });
  expect(await compose("wholesale_mirror", { buyingMode: "wholesale", brief: null }, "10", 1)).toEqual(plain);
});

test.each(["price_first", "value_preserving_compromise"] as const)(
  "%s never goes below a floor, nor below a discount that has one",
  async (posture) => {
    const rules = [
      {
        kind: "price_floor" as const,
        ruleId: "f",
        match: {},
        amount: "9.8",
        currency: "USD",
        pricingModel: "cpm" as const,
      },
    ];
    const { products } = await compose(posture, { rules, discounts: { tv: "10" } }, "10");
    const prices = products.flatMap((one) => one.product.pricingOptions.map(({ fixedPrice }) => Number(fixedPrice)));
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(9.8);
    const magazine = products.find((one) => one.product.productId === "tv:magazine");
    expect(magazine?.product.pricingOptions).toHaveLength(1);
  },
);

test("a concession is taken off what remains after a discount", async () => {
  const composed = await compose("price_first", { discounts: { tv: "10" } }, "10");
  expect(composed.products[0]?.product.pricingOptions).toMatchObject([
    { pricingOptionId: "fixed~19", fixedPrice: "8.1" },
  ]);
});

test("a refinement is not shortened: the buyer names what it wants to see", async () => {
  expect(idsOf(await compose("direct_fit", { buyingMode: "refine" }, "0", 1))).toHaveLength(3);
});
