import { expect, test } from "vitest";
import { dayAfter, periodsAt, periodsOf } from "./periods.ts";

test("a time belongs to a month, a ten-day period and a day", () => {
  expect(periodsAt(new Date("2026-02-09T23:59:59Z"))).toEqual(["2026-02", "2026-02-0", "2026-02-09"]);
});

test("days are covered by as few periods as possible", () => {
  expect(periodsOf("2026-01-28", "2026-03-21").join(" ")).toBe(
    "2026-01-28 2026-01-29 2026-01-3 2026-02 2026-03-0 2026-03-1 2026-03-20 2026-03-21",
  );
  expect(periodsOf("2026-02-20", "2026-02-28")).toEqual(["2026-02-2"]);
  expect(periodsOf("2026-05-17", "2026-05-17")).toEqual(["2026-05-17"]);
});

test("any span of days is covered, each day by one period", () => {
  for (let from = "2027-12-20"; from < "2028-03-05"; from = dayAfter(from))
    for (let to = from, all = [from]; to < "2028-03-12"; to = dayAfter(to), all = [...all, to]) {
      const periods = periodsOf(from, to);
      const covered = all.map((day) => periods.filter((period) => day.startsWith(period)).length);
      expect(new Set(covered)).toEqual(new Set([1]));
      expect(periods.length).toBeLessThanOrEqual(24);
    }
});
