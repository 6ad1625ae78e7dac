import { expect, test } from "vitest";
import { bm25, discovery, figuresOf, judge } from "./judge.ts";
import { readBriefs, readProducts } from "./set.ts";

/** What no change may fall below; `npm run judge` tells where it fell. */
const FLOORS = {
  tune: { ndcg: 0.9, violations: 0.01 },
  held: { ndcg: 0.73, violations: 0.04 },
  more: { ndcg: 0.91, violations: 0.01 },
} as const;

test.each(["tune", "held", "more"] as const)("briefs are answered no worse than they were: %s", async (part) => {
  const products = readProducts();
  const briefs = readBriefs(part);
  const figures = figuresOf(await judge(briefs, products, discovery(products)));
  const words = figuresOf(await judge(briefs, products, bm25(products)));
  expect(figures.ndcg).toBeGreaterThan(FLOORS[part].ndcg);
  expect(figures.ndcg).toBeGreaterThan(words.ndcg * 2);
  expect(figures.violations).toBeLessThanOrEqual(FLOORS[part].violations);
  expect(figures.nothing).toBeGreaterThanOrEqual(0.9);
  expect(figures.wronglyNothing).toBeLessThanOrEqual(0.1);
});
