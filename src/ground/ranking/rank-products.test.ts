import fc from "fast-check";
import { expect, test } from "vitest";
import { product } from "../seller-agent/product.fixture.ts";
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

test("the ranking of a catalogue for a brief is this one, with these reasons", async () => {
  const brief = "We want to reach families who love cooking on Hulu with our campaign";
  expect(idsAndReasons(await rankProducts(CATALOGUE, brief))).toEqual([
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

test("in whatever order the products arrive, their order and their scores are the same", async () => {
  const briefs = fc.subarray(["family", "cooking", "sport", "hulu", "travel", "podcast", "audio", "tennis", "zebra"], {
    minLength: 1,
  });
  const arrivals = fc.shuffledSubarray(CATALOGUE, { minLength: CATALOGUE.length });
  await fc.assert(
    fc.asyncProperty(briefs, arrivals, async (words, arrived) => {
      expect(await rankProducts(arrived, words.join(" "))).toEqual(await rankProducts(CATALOGUE, words.join(" ")));
    }),
    { seed: 20_261_121 },
  );
});

test("scores lie between 0 and 1 and fall, and equals stand by seller and product", async () => {
  const names = fc.array(fc.lorem({ maxCount: 5 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.lorem({ maxCount: 8 }), names, async (brief, names) => {
      const offers = names.map((name, index) => offer("a", String.fromCharCode(97 + index), { name }));
      const ranked = await rankProducts(offers, brief);
      const places = ranked.map(({ relevance, product }) => ({ score: relevance?.score ?? 0, id: product.productId }));
      expect(places).toEqual(places.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)));
      expect(places.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
    }),
    { seed: 20_261_121 },
  );
});

test("without a brief, or with one that says nothing, the products stay as the sellers ordered them", async () => {
  for (const brief of [undefined, "", "we want to reach our audience with a campaign"]) {
    expect(idsAndReasons(await rankProducts(CATALOGUE, brief))).toEqual(
      CATALOGUE.map(({ product }) => [product.productId, null]),
    );
  }
});

test.each([
  ["podcasts", "Podcast hour", 1],
  ["travel", "Travellers' tales", 1],
  ["documentery", "Documentary night", 1],
  ["café", "Cafe culture", 1],
  ["sports", "Thirty second spots", 0],
  ["car", "Care for the elderly", 0],
])(
  "a word finds its plural, a longer form, a slip of the pen, and no other word: %s, %s",
  async (brief, name, score) => {
    const [only] = await rankProducts([offer("a", "p", { name })], brief);
    expect(only?.relevance?.score).toBe(score);
  },
);

test("a product is found by its channel in the words that people use", async () => {
  const [best] = await rankProducts(CATALOGUE, "audio for commuters, or any podcast");
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

function idsAndReasons(ranked: Awaited<ReturnType<typeof rankProducts>>) {
  return ranked.map(({ product, relevance }) => [product.productId, relevance]);
}
