import { expect, test } from "vitest";
import { WeighedMap } from "./weighed-map.ts";

test("if there is no room, the entry that was not read for the longest time is removed", () => {
  const known = new WeighedMap<string, number>(10);
  known.set("a", 1, 4);
  known.set("b", 2, 4);
  known.get("a");
  known.set("c", 3, 4);
  expect(["a", "b", "c"].map((key) => known.get(key))).toEqual([1, undefined, 3]);
});

test("a value that is set again has its new weight, and one that is too heavy is not stored", () => {
  const known = new WeighedMap<string, number>(10);
  known.set("a", 1, 2);
  known.set("a", 2, 8);
  known.set("b", 3, 2);
  expect([known.get("a"), known.get("b")]).toEqual([2, 3]);
  known.delete("a");
  known.set("c", 4, 8);
  expect([known.get("b"), known.get("c")]).toEqual([3, 4]);
  known.set("d", 5, 11);
  expect(known.get("d")).toBeUndefined();
});
