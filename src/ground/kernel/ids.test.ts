import { expect, test } from "vitest";
import { newId, timeOrderedUuids } from "./ids.ts";
import { systemRandom } from "./random.ts";

/** As many as there are times, one at each. */
function uuidsAt(times: readonly number[]): string[] {
  const left = times[Symbol.iterator]();
  const next = timeOrderedUuids(() => left.next().value ?? Number.NaN);
  return times.map(() => next(systemRandom));
}

const NOW = Date.UTC(2026, 10, 27);

test("UUIDs of one millisecond sort in the order in which they were made, even if they are more than it has room for", () => {
  const made = uuidsAt(Array.from({ length: 80_000 }, () => NOW));
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).toEqual(made);
  expect(made.every((one) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(one))).toBe(
    true,
  );
});

test("they still sort later when the clock has gone back, and say the time again when it has caught up", () => {
  const made = uuidsAt([NOW, NOW - 60_000, NOW - 59_999, NOW + 1]);
  expect(made.toSorted()).toEqual(made);
  const times = made.map((one) => Number.parseInt(one.replaceAll("-", "").slice(0, 12), 16));
  expect(times).toEqual([NOW, NOW, NOW, NOW + 1]);
});

test("how far two of them are apart says nothing of how many lie between them", () => {
  const places = uuidsAt(Array.from({ length: 100 }, () => NOW)).map((one) =>
    Number.parseInt(one.slice(15, 18) + one.slice(20, 23), 16),
  );
  const distances = places.slice(1).map((place, nth) => place - (places[nth] ?? 0));
  expect(new Set(distances).size).toBeGreaterThan(50);
});

test("an id begins with its noun", () => {
  expect(newId("campaign", systemRandom)).toMatch(/^cmp_[0-9a-f]{12}7[0-9a-f]{19}$/);
});
