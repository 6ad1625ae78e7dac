import { expect, test } from "vitest";
import { findersOf } from "./finders.ts";
import { numberOf } from "./meanings.ts";

const near = (entries: Readonly<Record<string, number>>) => ({ near: new Map(Object.entries(entries)) });

/** Each unit that is near a meaning, with its nearness. */
function foundBy(units: Parameters<typeof findersOf>[0], key: string): [number, number][] {
  const finders = findersOf(units);
  const [from, to] = [finders.starts[numberOf(key)] ?? 0, finders.starts[numberOf(key) + 1] ?? 0];
  return Array.from(finders.units.slice(from, to), (unit, at) => [unit, finders.nearness[from + at] ?? 0]);
}

test("a meaning finds all units that are near it, in the units' order", () => {
  const units = [
    near({ "topic:tea": 1, "topic:coffee": 0.5 }),
    near({}),
    near({ "topic:coffee": 1, "topic:milk": 0.25 }),
  ];
  expect(foundBy(units, "topic:coffee")).toEqual([
    [0, 0.5],
    [2, 1],
  ]);
  expect(foundBy(units, "topic:tea")).toEqual([[0, 1]]);
  expect(foundBy(units, "topic:milk")).toEqual([[2, 0.25]]);
  expect(foundBy([...units, near({ "topic:milk": 1 })], "topic:beer")).toEqual([]);
});

test("a brief without meanings has nothing to be found by", () => {
  expect(foundBy([], "topic:tea")).toEqual([]);
  expect(foundBy([near({})], "topic:tea")).toEqual([]);
});
