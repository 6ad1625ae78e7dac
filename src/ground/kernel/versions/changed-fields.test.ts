import { expect, test } from "vitest";
import { changedFields } from "./changed-fields.ts";

test("only the fields that differ are named, with both values", () => {
  const before = {
    name: "Spring",
    end_time: "2026-09-30",
    packages: [{ budget: 1000 }, { budget: 700, pacing: "even" }],
  };
  const after = {
    name: "Spring",
    end_time: "2026-09-20",
    packages: [{ budget: 1000 }, { budget: 900 }, { budget: 5 }],
  };
  expect(changedFields(before, after)).toEqual([
    { field: "end_time", before: "2026-09-30", after: "2026-09-20" },
    { field: "packages[1].budget", before: 700, after: 900 },
    { field: "packages[1].pacing", before: "even", after: null },
    { field: "packages[2]", before: null, after: { budget: 5 } },
  ]);
});

test("equal values have no changes, and a value of another type changes as a whole", () => {
  expect(changedFields({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  expect(changedFields({ a: [] }, { a: {} })).toEqual([{ field: "a", before: [], after: {} }]);
});

test("the answer is bounded for a document that is nested endlessly or changed everywhere", () => {
  const nested = (end: number) => Array.from({ length: 500 }).reduce<unknown>((inner) => ({ a: inner }), end);
  expect(changedFields(nested(1), nested(2))).toMatchObject([{ field: Array(8).fill("a").join(".") }]);
  const wide = (value: number) => Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f${at}`, value]));
  expect(changedFields(wide(1), wide(2))).toHaveLength(100);
});
