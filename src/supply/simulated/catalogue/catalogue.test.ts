import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, sum } from "../../../ground/kernel/money.ts";
import { PROFILES } from "../profiles.ts";
import { CHANNELS, Simulation } from "../simulation.ts";
import { answerBrief } from "./answer-brief.ts";
import { catalogueOf } from "./catalogue.ts";
import { formatsOf } from "./formats.ts";
import { proposalIdsOf } from "./proposal.ts";

const NOW = new Date("2026-08-01T12:00:00Z");
const anySimulation = fc
  .record({
    seed: fc.string({ minLength: 1 }),
    name: fc.constant("Test"),
    publisherDomain: fc.constant("test.example"),
    channels: fc.uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1 }),
    currency: fc.constantFrom("USD", "JPY", "KWD"),
    countries: fc.constant(["US"]),
    productCount: fc.integer({ min: 1, max: 20 }),
  })
  .map((input) => Simulation.parse(input));

const ask = (request: Parameters<typeof answerBrief>[2], simulation: Simulation = PROFILES.ctv) =>
  answerBrief(simulation, "agent", request, NOW);

test("any simulation sells as many products as it says, all different, with sound prices and known formats", () => {
  fc.assert(
    fc.property(anySimulation, (simulation) => {
      const products = catalogueOf(simulation);
      const formats = new Set(formatsOf(simulation).map(({ formatId }) => formatId.id));
      expect(new Set(products.map(({ productId }) => productId)).size).toBe(simulation.productCount);
      for (const { pricingOptions, deliveryType, formatIds } of products) {
        expect(pricingOptions.length).toBeGreaterThan(1);
        expect(formatIds.every(({ id }) => formats.has(id))).toBe(true);
        for (const { fixedPrice, floorPrice } of pricingOptions) {
          expect(compare(fixedPrice ?? floorPrice ?? "0", "0")).toBeGreaterThan(0);
          expect(fixedPrice !== null || deliveryType === "non_guaranteed").toBe(true);
        }
      }
    }),
    { numRuns: 50, seed: 20_261_121 },
  );
});

test("a seed is one catalogue, and another seed another", () => {
  expect(catalogueOf(PROFILES.ctv)).toEqual(catalogueOf(PROFILES.ctv));
  expect(catalogueOf({ ...PROFILES.ctv, seed: "other" })).not.toEqual(catalogueOf(PROFILES.ctv));
});

test("a minimum is worth the same in a currency of small units", () => {
  const minimaIn = (currency: string) =>
    catalogueOf({ ...PROFILES.ctv, currency }).flatMap(({ pricingOptions }) =>
      pricingOptions.flatMap(({ minSpendPerPackage }) =>
        minSpendPerPackage === null ? [] : Number(minSpendPerPackage),
      ),
    );
  expect(minimaIn("JPY")).toEqual(minimaIn("USD").map((minimum) => minimum * 150));
});

test("a profile survives being stored as JSON", () => {
  for (const profile of Object.values(PROFILES)) {
    expect(Simulation.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  }
});

describe("a brief", () => {
  test("puts what it names first, and every product says why it is included", () => {
    const [first, ...others] = ask({ brief: "Parents with young children, family films" }).products;
    expect(first?.name).toContain("Family Night");
    expect(first?.briefRelevance).toContain("parents");
    expect(others.every(({ briefRelevance }) => briefRelevance !== null)).toBe(true);
  });

  test("is left out for the wholesale catalogue, which proposes nothing", () => {
    expect(ask({})).toEqual({
      products: catalogueOf(PROFILES.ctv),
      proposals: [],
      refinementsApplied: [],
      incomplete: [],
    });
  });

  test("respects the channels, the countries and the budget, and says what the budget excluded", () => {
    expect(ask({ channels: ["ctv"] }).products.flatMap(({ channels }) => channels)).not.toContain("olv");
    expect(ask({ countries: ["FR"] }).products).toEqual([]);
    const cheap = ask({ budget: { amount: "50", currency: "USD" } });
    expect(cheap.products.every(({ deliveryType }) => deliveryType === "non_guaranteed")).toBe(true);
    expect(cheap.incomplete).toMatchObject([{ source: "agent", reason: "filtered" }]);
  });
});

describe("a proposal", () => {
  test("divides a hundred exactly among guaranteed products, or those at fixed prices, and is affordable", () => {
    fc.assert(
      fc.property(anySimulation, fc.integer({ min: 1, max: 100_000 }), (simulation, amount) => {
        const budget = { amount: String(amount), currency: simulation.currency };
        for (const { allocations } of ask({ brief: "families", budget }, simulation).proposals) {
          expect(compare(sum(allocations.map(({ allocationPercentage }) => allocationPercentage)), "100")).toBe(0);
          for (const { productId, allocationPercentage, pricingOptionId } of allocations) {
            const product = catalogueOf(simulation).find((one) => one.productId === productId);
            const option = product?.pricingOptions.find((one) => one.pricingOptionId === pricingOptionId);
            expect((Number(allocationPercentage) * amount) / 100).toBeGreaterThanOrEqual(
              Number(option?.minSpendPerPackage),
            );
          }
        }
      }),
      { numRuns: 50, seed: 20_261_121 },
    );
    expect(ask({ brief: "families" }).proposals.map(({ allocations }) => allocations.length)).toEqual([4, 2]);
    const [{ allocations } = { allocations: [] }] = ask({ brief: "families" }, PROFILES.news).proposals;
    expect(allocations).toHaveLength(4);
    const options = catalogueOf(PROFILES.news).flatMap(({ pricingOptions }) => pricingOptions);
    for (const { pricingOptionId } of allocations)
      expect(options.find((one) => one.pricingOptionId === pricingOptionId)?.fixedPrice).not.toBeNull();
  });
});

test("refinements are applied one at a time, and answered in their order", () => {
  const [first, second] = catalogueOf(PROFILES.ctv).map(({ productId }) => productId);
  const olv = catalogueOf(PROFILES.ctv).findLast(({ channels }) => channels[0] === "olv")?.productId ?? "";
  const { products, proposals, refinementsApplied } = ask({
    brief: "sports",
    refine: [
      { scope: "request", ask: "more comedy" },
      { scope: "product", productId: first ?? "", action: "omit" },
      { scope: "product", productId: "no-such", action: "include" },
      { scope: "product", productId: olv, action: "more_like_this" },
      { scope: "product", productId: second ?? "", action: "include" },
      { scope: "proposal", proposalId: proposalIdsOf(PROFILES.ctv).balanced, action: "omit" },
    ],
  });
  expect(refinementsApplied.map(({ status }) => status)).toEqual([
    "applied",
    "applied",
    "unable",
    "applied",
    "applied",
    "applied",
  ]);
  const ids = products.map(({ productId }) => productId);
  expect(ids).not.toContain(first);
  expect(ids.slice(0, 2)).toEqual([second, olv]);
  expect(products[2]?.channels).toEqual(["olv"]);
  expect(proposals.map(({ proposalId }) => proposalId)).toEqual([proposalIdsOf(PROFILES.ctv).focused]);
});
