import { expect, test } from "vitest";
import { hoursOf } from "./summarise-events.ts";

const NOW = new Date("2026-03-27T15:20:00Z");
const asked = (startHour?: string, endHour?: string) => {
  const { from, to } = hoursOf({ startHour, endHour }, NOW);
  return [from.toISOString(), to.toISOString()].map((time) => time.slice(0, 16));
};

test("without a start the period is the hour before the end, and without an end it ends with the last full hour", () => {
  expect(asked()).toEqual(["2026-03-27T14:00", "2026-03-27T15:00"]);
  expect(asked(undefined, "2026-03-20T10:00:00Z")).toEqual(["2026-03-20T09:00", "2026-03-20T10:00"]);
  expect(asked("2026-03-26T00:00:00+02:00")).toEqual(["2026-03-25T22:00", "2026-03-27T15:00"]);
});

test("half hours from UTC are widened to the UTC hours that they touch", () => {
  expect(asked("2026-03-27T10:00:00+05:30", "2026-03-27T11:00:00+05:30")).toEqual([
    "2026-03-27T04:00",
    "2026-03-27T06:00",
  ]);
});
