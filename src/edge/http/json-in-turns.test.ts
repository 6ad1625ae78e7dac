import { expect, test } from "vitest";
import { jsonInTurns } from "./json-in-turns.ts";

const at = new Date("2026-11-27T12:00:00Z");

test.each<[string, unknown]>([
  ["nothing", null],
  ["a number", 7],
  ["a list alone", [1, "two", { three: 3 }]],
  ["a moment", at],
  ["an empty object", {}],
  ["an empty list", { items: [] }],
  ["a list and what belongs to it", { items: [{ id: "a", at }, { id: 'ü"\n' }], total: 2, next: null }],
  ["fields and items that are not there", { left: undefined, items: [undefined, 1], last: undefined }],
  ["two lists", { items: [1], exclusions: [{ id: 2 }, [3]] }],
])("%s is written as JSON.stringify would", async (_, data) => {
  expect((await jsonInTurns(data)).join("")).toBe(JSON.stringify(data));
});

test("no data is null", async () => expect(await jsonInTurns(undefined)).toEqual(["null"]));

test("a long list is written in parts, with a turn of the loop after each", async () => {
  const data = { items: Array.from({ length: 100 }, (_, n) => ({ n, text: "x".repeat(10_000) })), total: 100 };
  const parts = await jsonInTurns(data);
  expect(parts.join("")).toBe(JSON.stringify(data));
  expect(parts.length).toBeGreaterThan(6);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(150_000);
});
