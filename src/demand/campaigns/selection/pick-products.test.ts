import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, sum } from "../../../ground/kernel/money.ts";
import type { Product } from "../../../ground/seller-agent/index.ts";
import { auction, fixed, product } from "../../discovery/discovery.fixture.ts";
import type { ProductGroup } from "../../discovery/index.ts";
import { type PickLimits, pickProducts } from "./pick-products.ts";

function groupOf(seller: string, ...products: readonly (readonly [Product, number | null])[]): ProductGroup {
  return {
    salesAgentId: seller,
    salesAgentName: seller,
    storefrontId: null,
    groupId: `group-${seller}`,
    groupName: seller,
    products: products.map(([one, score]) => ({
      product: one,
      relevance: score === null ? null : { score, fit: "fair", matchedTerms: [], why: "" },
    })),
  };
}

const priced = (id: string, cpm: string, changes = {}) => product(id, { pricingOptions: [fixed(cpm, changes)] });

function wanted(changes: Partial<PickLimits> = {}): PickLimits {
  return {
    budget: { amount: "100", currency: "USD" },
    goals: [{ kind: "metric", metric: "clicks" }],
    included: new Set(),
    omitted: new Set(),
    maxProducts: 10,
    minBudget: null,
    ...changes,
  };
}

const idsOf = (groups: readonly ProductGroup[], changes?: Partial<PickLimits>) =>
  pickProducts(groups, wanted(changes)).picks.map(({ candidate }) => candidate.product.productId);

test("the fit to the brief decides first, then what the goals count, then the price", () => {
  const clicks = product("clicks", { pricingOptions: [fixed("2", { pricingModel: "cpc" })] });
  const scored = [groupOf("x", [priced("dear", "30"), 0.9], [priced("cheap", "5"), 0.2], [clicks, 0.2])];
  expect(idsOf(scored)).toEqual(["dear", "clicks", "cheap"]);
  expect(pickProducts(scored, wanted()).method).toBe("scoring");
  const unscored = [groupOf("x", [priced("dear", "30"), null], [priced("cheap", "5"), null], [clicks, null])];
  expect(idsOf(unscored)).toEqual(["clicks", "cheap", "dear"]);
  expect(pickProducts(unscored, wanted()).method).toBe("measurability");
  const event = { goals: [{ kind: "event" as const, eventSources: [] }] };
  expect(pickProducts(unscored, wanted(event)).method).toBe("cpm_heuristic");
  expect(idsOf(unscored, event)).toEqual(["cheap", "dear", "clicks"]);
});

test("products that cannot be bought without asking are left out: another currency, an auction without a floor", () => {
  const groups = [
    groupOf(
      "x",
      [priced("foreign", "5", { currency: "EUR" }), 1],
      [product("open", { pricingOptions: [auction(null)] }), 1],
      [product("floor", { pricingOptions: [auction("7")] }), 1],
    ),
  ];
  expect(idsOf(groups)).toEqual(["floor"]);
});

test("included products come first, and omitted ones are never picked", () => {
  const groups = [groupOf("x", [priced("a", "1"), 1], [priced("b", "2"), 0.5], [priced("c", "3"), 0.1])];
  expect(idsOf(groups, { included: new Set(["c"]), omitted: new Set(["a"]) })).toEqual(["c", "b"]);
});

test("only as many products are picked as have an even share that is enough for their sellers and for the buyer", () => {
  const groups = [
    groupOf("x", [priced("a", "1", { minSpendPerPackage: "60" }), 1], [priced("b", "2"), 0.9], [priced("c", "3"), 0.8]),
  ];
  expect(idsOf(groups)).toEqual(["b", "c"]);
  expect(idsOf(groups, { minBudget: "51" })).toEqual(["a"]);
  expect(idsOf(groups, { maxProducts: 1 })).toEqual(["a"]);
  expect(idsOf(groups, { minBudget: "101" })).toEqual([]);
});

test("the parts add up to the budget to the coin, and the order of the offers makes no difference", () => {
  const offers = fc.array(
    fc.record({ cpm: fc.integer({ min: 1, max: 50 }), score: fc.option(fc.constantFrom(0, 0.25, 0.5, 1)) }),
    { minLength: 1, maxLength: 15 },
  );
  fc.assert(
    fc.property(
      offers,
      fc.integer({ min: 100, max: 1_000_000 }),
      fc.integer({ min: 1, max: 20 }),
      (list, cents, most) => {
        const groups = list.map(({ cpm, score }, index) =>
          groupOf(`s${index % 3}`, [priced(`p${index}`, `${cpm}`), score]),
        );
        const bounds = wanted({ budget: { amount: (cents / 100).toFixed(2), currency: "USD" }, maxProducts: most });
        const picked = pickProducts(groups, bounds);
        expect(compare(sum(picked.picks.map(({ budget }) => budget)), bounds.budget.amount)).toBe(0);
        expect(pickProducts(groups.toReversed(), bounds)).toEqual(picked);
      },
    ),
    { seed: 20_261_121 },
  );
});
