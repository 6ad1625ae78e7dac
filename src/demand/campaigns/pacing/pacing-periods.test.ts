import { expect, test } from "vitest";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { checkPacingPeriods, type PacingPeriods } from "./pacing-periods.ts";

const FLIGHT = { start: new Date("2026-05-05T00:00:00Z"), end: new Date("2026-05-09T12:00:00Z") };
const BUDGET = { total: "1000", currency: "USD", dailyCap: null, pacing: "EVEN" } as const;
const period = (start: string, end: string, share: { weight?: number; budget?: number }) => ({
  label: start,
  start,
  end,
  ...share,
});

test.each<[string, PacingPeriods]>([
  [
    "touch",
    {
      mode: "weight",
      periods: [period("2026-05-05", "2026-05-06", { weight: 1 }), period("2026-05-07", "2026-05-09", { weight: 0 })],
    },
  ],
  [
    "leave days out",
    {
      mode: "budget",
      periods: [
        period("2026-05-05", "2026-05-05", { budget: 400.5 }),
        period("2026-05-09", "2026-05-09", { budget: 599.5 }),
      ],
    },
  ],
])("periods that %s fit", (_, pacing) => {
  expect(() => checkPacingPeriods(pacing, FLIGHT, BUDGET)).not.toThrow();
});

test.each<[string, PacingPeriods, string[]]>([
  [
    "overlap",
    {
      mode: "weight",
      periods: [period("2026-05-05", "2026-05-07", { weight: 1 }), period("2026-05-07", "2026-05-08", { weight: 1 })],
    },
    ["periods.1.start"],
  ],
  [
    "end before they start",
    { mode: "weight", periods: [period("2026-05-07", "2026-05-06", { weight: 1 })] },
    ["periods.0.end"],
  ],
  [
    "leave the flight",
    { mode: "weight", periods: [period("2026-05-04", "2026-05-10", { weight: 1 })] },
    ["periods.0.start", "periods.0.end"],
  ],
  [
    "lack their share",
    { mode: "weight", periods: [period("2026-05-05", "2026-05-06", { budget: 1 })] },
    ["periods.0.weight"],
  ],
  ["are all empty", { mode: "weight", periods: [period("2026-05-05", "2026-05-06", { weight: 0 })] }, ["periods"]],
  [
    "exceed the budget",
    { mode: "budget", periods: [period("2026-05-05", "2026-05-06", { budget: 1000.01 })] },
    ["periods"],
  ],
])("periods that %s are refused, each by its field", (_, pacing, fields) => {
  const check = () => checkPacingPeriods(pacing, FLIGHT, BUDGET);
  expect(check).toThrow(Invalid);
  expect(check).toThrow(
    expect.objectContaining({
      details: { issues: fields.map((field) => expect.objectContaining({ path: `pacingPeriods.${field}` })) },
    }),
  );
});
