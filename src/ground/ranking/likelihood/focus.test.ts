import { expect, test } from "vitest";
import { likenessOf } from "../closeness.ts";
import type { Offer } from "../offer-reading.ts";
import { rankProducts } from "../rank-products.ts";

const offer = (productId: string, description: string): Offer => ({
  salesAgentId: productId,
  product: {
    productId,
    name: "Run of site",
    description,
    channels: ["display"],
    countries: ["GB"],
    deliveryType: "non_guaranteed",
    formatIds: [],
    publisherProperties: [],
    pricingOptions: [],
    estimatedExposures: null,
    briefRelevance: null,
  },
});

test("of two products about what is sought, the one that is about nothing else comes first", async () => {
  const alone = offer("a", "Reviews and routes for hiking and climbing.");
  const among = offer("b", "Hiking, insurance, gaming and haircare.");
  for (const offers of [
    [alone, among],
    [among, alone],
  ]) {
    const ranked = await rankProducts(offers, "Hiking");
    expect(ranked.map(({ product }) => product.productId)).toEqual(["a", "b"]);
  }
});

test("a portfolio of unrelated sections is only a little about each of them", async () => {
  const portfolio = offer(
    "a",
    "All our sites in one package: cycling, gardening, cooking, insurance, fashion, religion, politics.",
  );
  const magazine = offer("b", "Tests of bicycles and tours for cyclists.");
  const ranked = await rankProducts([portfolio, magazine], "Cycling");
  expect(ranked.map(({ product, relevance }) => [product.productId, relevance?.fit])).toEqual([
    ["b", "strong"],
    ["a", "weak"],
  ]);
});

test("what is listed as worth as much is alike, whichever of the two is sought", () => {
  expect(likenessOf("topic:caving", "topic:outdoor")).toBe(likenessOf("topic:outdoor", "topic:caving"));
  expect(likenessOf("topic:birth", "topic:baby")).toBeGreaterThanOrEqual(0.6);
  expect(likenessOf("topic:plane-spotting", "topic:airports")).toBeGreaterThan(0.5);
  expect(likenessOf("topic:plane-spotting", "topic:haircare")).toBe(0);
});
