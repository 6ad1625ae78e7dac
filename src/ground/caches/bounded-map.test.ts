import { expect, test } from "vitest";
import { BoundedMap } from "./bounded-map.ts";

test("the oldest value is removed, and a value that is set again is the newest", () => {
  const known = new BoundedMap<string, number>(2);
  known.set("a", 1);
  known.set("b", 2);
  known.set("a", 3);
  known.set("c", 4);
  expect(["a", "b", "c"].map((key) => known.get(key))).toEqual([3, undefined, 4]);
  known.delete("a");
  expect(known.get("a")).toBeUndefined();
  known.clear();
  expect(known.get("c")).toBeUndefined();
});
