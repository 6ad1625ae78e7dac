import { expect, test } from "vitest";
import { HOUR_MS } from "../kernel/clock.ts";
import { POLICIES } from "./policies.ts";
import { mostAttemptsOf } from "./retry-policy.ts";

test.each(Object.entries(POLICIES))("%s: attempts come less and less often, and come to an end", (_, { pausesMs }) => {
  expect(pausesMs).toEqual(pausesMs.toSorted((a, b) => a - b));
  expect(pausesMs.every((pause) => pause > 0)).toBe(true);
});

test("a source is never left alone for longer than half an hour, and for most of a day", () => {
  const { pausesMs } = POLICIES.orderLeg;
  expect(Math.max(...pausesMs)).toBe(HOUR_MS / 2);
  expect(mostAttemptsOf(POLICIES.orderLeg)).toBe(40);
  expect(pausesMs.reduce((sum, pause) => sum + pause)).toBeGreaterThan(17 * HOUR_MS);
});
