import { expect, test } from "vitest";
import { periodOf } from "./period.ts";

const TODAY = "2026-03-02";

test("without dates, a period is the last days including today, even across the end of a month", () => {
  expect(periodOf({ days: 7 }, TODAY)).toEqual({ from: "2026-02-24", to: TODAY });
  expect(periodOf({ days: 1 }, TODAY)).toEqual({ from: TODAY, to: TODAY });
  expect(periodOf({ days: 0 }, TODAY)).toEqual({ from: null, to: null });
});

test("dates take precedence over days, and a single date is one end of the period", () => {
  const startDate = "2026-01-15";
  const endDate = "2026-01-21";
  expect(periodOf({ startDate, endDate, days: 0 }, TODAY)).toEqual({ from: startDate, to: endDate });
  expect(periodOf({ startDate, days: 3 }, TODAY)).toEqual({ from: startDate, to: TODAY });
  expect(periodOf({ endDate, days: 3 }, TODAY)).toEqual({ from: "2026-01-19", to: endDate });
  expect(periodOf({ endDate, days: 0 }, TODAY)).toEqual({ from: null, to: endDate });
});

test("a period that ends before it starts is refused, naming the field", () => {
  expect(() => periodOf({ startDate: "2026-02-02", endDate: "2026-02-01", days: 7 }, TODAY)).toThrow(
    "startDate: 2026-02-02 is after endDate, 2026-02-01",
  );
  expect(() => periodOf({ startDate: "2026-03-03", days: 7 }, TODAY)).toThrow("after today");
});
