import fc from "fast-check";
import { expect, test } from "vitest";
import { product } from "../discovery.fixture.ts";
import { rankProducts } from "./rank-products.ts";
import { termsOf } from "./terms.ts";

const CATALOGUE = [
  offer("news", "food", { name: "Food & Travel, Prime Time", description: "Cooking shows and travel documentaries." }),
  offer("news", "sports", { name: "Live Sports", description: "Football and tennis; reaches sports fans." }),
  offer("radio", "kitchen", { name: "Morning show", channels: ["podcast"], description: "A chef cooks for families." }),
  offer("radio", "spots", { name: "Thirty second spots", channels: ["radio"] }),
  offer("hulu", "family", {
    name: "Family Night",
    description: "Animation and family films.",
    publisherProperties: [{ publisherDomain: "hulu.com", selectionType: "all", propertyIds: [] }],
  }),
];

test("the ranking of a catalogue for a brief is this one, with these reasons", () => {
  const brief = "We want to reach families who love cooking on Hulu with our campaign";
  const ranked = rankProducts(CATALOGUE, brief).map(({ product, relevance }) => [product.productId, relevance]);
  expect(ranked).toEqual([
    [
      "family",
      {
        score: 1,
        matchedTerms: ["families", "hulu"],
        why: "Matches the brief on families and hulu in its name, publisher, and description.",
      },
    ],
    ["food", { score: 0.0858, matchedTerms: ["cooking"], why: "Matches the brief on cooking in its description." }],
    [
      "kitchen",
      { score: 0.0542, matchedTerms: ["families"], why: "Matches the brief on families in its description." },
    ],
    ["sports", NOTHING],
    ["spots", NOTHING],
  ]);
});

const NOTHING = { score: 0, matchedTerms: [], why: "Nothing in the product names what the brief asks for." };

test("in whatever order the products arrive, their order and their scores are the same", () => {
  const briefs = fc.subarray(["family", "cooking", "sport", "hulu", "travel", "podcast", "audio", "tennis", "zebra"]);
  const arrivals = fc.shuffledSubarray(CATALOGUE, { minLength: CATALOGUE.length });
  fc.assert(
    fc.property(briefs, arrivals, (words, arrived) => {
      fc.pre(words.length > 0);
      expect(rankProducts(arrived, words.join(" "))).toEqual(rankProducts(CATALOGUE, words.join(" ")));
    }),
  );
});

test("scores lie between 0 and 1 and fall, and equals stand by seller and product", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 8 }), fc.array(fc.lorem({ maxCount: 5 }), { maxLength: 12 }), (brief, names) => {
      const ranked = rankProducts(
        names.map((name, index) => offer("a", `p${String(index).padStart(2, "0")}`, { name })),
        brief,
      );
      for (const [index, { relevance, product }] of ranked.entries()) {
        const before = ranked[index - 1];
        if (!relevance || !before?.relevance) continue;
        expect(relevance.score).toBeGreaterThanOrEqual(0);
        expect(before.relevance.score).toBeLessThanOrEqual(1);
        expect(before.relevance.score).toBeGreaterThanOrEqual(relevance.score);
        if (before.relevance.score === relevance.score) expect(before.product.productId < product.productId).toBe(true);
      }
    }),
  );
});

test("without a brief, or with one that says nothing, the products stay as the sellers ordered them", () => {
  for (const brief of [undefined, "", "we want to reach our audience with a campaign"]) {
    expect(rankProducts(CATALOGUE, brief).map(({ product, relevance }) => [product.productId, relevance])).toEqual(
      CATALOGUE.map(({ product }) => [product.productId, null]),
    );
  }
});

test("a word of the brief finds its plural, a longer form, a slip of the pen, and no other word", () => {
  const finds = (brief: string, name: string) => rankProducts([offer("a", "p", { name })], brief)[0]?.relevance?.score;
  expect(finds("podcasts", "Podcast hour")).toBe(1);
  expect(finds("travel", "Travellers' tales")).toBe(1);
  expect(finds("documentery", "Documentary night")).toBe(1);
  expect(finds("café", "Cafe culture")).toBe(1);
  expect(finds("sports", "Thirty second spots")).toBe(0);
  expect(finds("car", "Care for the elderly")).toBe(0);
});

test("a product is found by its channel in the words that people use", () => {
  const [best] = rankProducts(CATALOGUE, "audio for commuters, or any podcast");
  expect(best?.product.productId).toBe("kitchen");
});

test("the terms of a brief are its telling words, each once, in their order", () => {
  expect([...termsOf("The families, a family; and BUSINESS travellers. The budget is $500 (USD)!").values()]).toEqual([
    "families",
    "business",
    "travellers",
    "500",
  ]);
});

function offer(salesAgentId: string, productId: string, changes: Parameters<typeof product>[1] = {}) {
  return { salesAgentId, product: product(productId, changes) };
}
