import { expect, test } from "vitest";
import { nearnessOf } from "./index.ts";

const RANGE = { far: 0.2, near: 0.8 };

test("vectors with the same direction are near and others are not, whatever their lengths", () => {
  expect(nearnessOf([1, 0], [7, 0], RANGE)).toBe(1);
  expect(nearnessOf([1, 0], [0, 1], RANGE)).toBe(0);
  const between = nearnessOf([1, 0], [1, 1.7], RANGE);
  expect(between).toBeGreaterThan(0.3);
  expect(between).toBeLessThan(0.7);
});

test("vectors that cannot be compared are not near", () => {
  expect(nearnessOf([1, 0], [1, 0, 0], RANGE)).toBe(0);
  expect(nearnessOf([0, 0], [1, 0], RANGE)).toBe(0);
});
