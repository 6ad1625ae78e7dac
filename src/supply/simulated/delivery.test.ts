import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { after, DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { compare, sum, times } from "../../ground/kernel/money.ts";
import type { DeliveryRow, Pacing } from "../../ground/seller-agent/index.ts";
import { historyOf } from "./buy.ts";
import { deliveryOf } from "./delivery.ts";
import type { Changed, Created } from "./ledger/entry.ts";

const START = new Date("2026-08-01T00:00:00Z");
const at = (hours: number) => after(START, hours * HOUR_MS);

interface Terms {
  readonly budget?: string;
  readonly days?: number;
  readonly pacing?: Pacing;
  readonly guaranteed?: boolean;
}

function buyOf({ budget = "5000", days = 10, pacing = "even", guaranteed = true }: Terms = {}): Created {
  return {
    type: "created",
    key: "k1",
    digest: "d1",
    mediaBuyId: "mb_1",
    taskId: "task_1",
    at: START,
    buyerRef: "ref_1",
    name: "Spring",
    buyer: "Acme",
    start: START,
    end: after(START, days * DAY_MS),
    approval: { mode: "instant" },
    packages: [
      {
        packageId: "pkg_1",
        buyerRef: "p1",
        productId: "ctv_1",
        channel: "ctv",
        guaranteed,
        budget,
        price: "27.43",
        auction: false,
        floorPrice: null,
        minSpend: null,
        pacing,
      },
    ],
  };
}

function change(hours: number, what: Partial<Changed>): Changed {
  return { type: "changed", key: `k${hours}`, digest: "d", mediaBuyId: "mb_1", at: at(hours), ...what };
}

function rowsAt(hours: number, entries: readonly (Created | Changed)[]): DeliveryRow[] {
  return deliveryOf(historyOf(entries), "2026-01-01", "2027-12-31", at(hours));
}

const spendOf = (rows: readonly DeliveryRow[]) => sum(rows.map(({ spend }) => spend));
const impressionsOf = (rows: readonly DeliveryRow[]) => rows.reduce((total, { impressions }) => total + impressions, 0);

const anyBuy = fc
  .record({
    budget: fc.integer({ min: 1, max: 50_000_000 }).map((cents) => (cents / 100).toFixed(2)),
    days: fc.integer({ min: 1, max: 40 }),
    pacing: fc.constantFrom<Pacing>("even", "asap", "front_loaded"),
    guaranteed: fc.boolean(),
  })
  .map(buyOf);

const anyChange = fc.constantFrom<Partial<Changed>>(
  { paused: true },
  { paused: false },
  { canceled: true },
  { packages: [{ packageId: "pkg_1", budget: "600000" }] },
  { packages: [{ packageId: "pkg_1", pacing: "even" }] },
  { packages: [{ packageId: "pkg_1", pacing: "asap", paused: false }] },
);
/** Changes at growing times, minutes to days apart; a budget is only ever raised. */
const anyChanges = fc
  .array(fc.record({ gap: fc.double({ min: 0.1, max: 60, noNaN: true }), what: anyChange }), { maxLength: 6 })
  .map((steps) => {
    let hours = 0;
    return steps.map(({ gap, what }) => change((hours += gap), what));
  });
const anyHours = fc.double({ min: 0, max: 1000, noNaN: true });

describe("whatever is done to a buy", () => {
  test("it never delivers more than its budget", () => {
    fc.assert(
      fc.property(anyBuy, anyChanges, anyHours, (buy, changes, now) => {
        const budget = historyOf([buy, ...changes]).at(-1)?.packages[0]?.budget ?? "0";
        expect(compare(spendOf(rowsAt(now, [buy, ...changes])), budget)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });

  test("what has been reported of a finished day never changes, by later time or later changes", () => {
    fc.assert(
      fc.property(anyBuy, anyChanges, anyHours, (buy, changes, later) => {
        for (const [index, last] of [...changes, undefined].entries()) {
          const then = last ? last.at : (changes.at(-1)?.at ?? START);
          const hours = (then.getTime() - START.getTime()) / HOUR_MS;
          const reported = rowsAt(hours, [buy, ...changes.slice(0, index)]).filter(({ final }) => final);
          expect(rowsAt(hours + later, [buy, ...changes])).toEqual(expect.arrayContaining(reported));
        }
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  });

  test("time only adds to every count of every row", () => {
    fc.assert(
      fc.property(anyBuy, anyChanges, anyHours, anyHours, (buy, changes, a, b) => {
        const entries = [buy, ...changes];
        const known = ((changes.at(-1)?.at.getTime() ?? START.getTime()) - START.getTime()) / HOUR_MS;
        const before = rowsAt(known + Math.min(a, b), entries);
        const later = new Map(rowsAt(known + Math.max(a, b), entries).map((row) => [row.day, row]));
        for (const row of before) {
          const grown = later.get(row.day);
          for (const count of ["impressions", "clicks", "views", "completedViews", "conversions"] as const) {
            expect(grown?.[count]).toBeGreaterThanOrEqual(row[count]);
          }
          expect(compare(grown?.spend ?? "-1", row.spend)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  });

  test("the same records at the same time give the same rows", () => {
    fc.assert(
      fc.property(anyBuy, anyChanges, anyHours, (buy, changes, now) => {
        expect(rowsAt(now, [buy, ...changes])).toEqual(rowsAt(now, [buy, ...changes]));
      }),
      { numRuns: 20, seed: 20_261_121 },
    );
  });

  test("a row's money is its impressions times the price, to the last digit, and its counts nest", () => {
    fc.assert(
      fc.property(anyBuy, anyHours, (buy, now) => {
        for (const row of rowsAt(now, [buy])) {
          expect(compare(row.spend, times(times("27.43", row.impressions), "0.001"))).toBe(0);
          expect(row.views).toBeLessThanOrEqual(row.impressions);
          expect(row.completedViews).toBeLessThanOrEqual(row.views);
          expect(row.conversions).toBeLessThanOrEqual(row.clicks);
        }
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  });
});

test("a guaranteed buy has delivered all that its budget buys when its flight ends", () => {
  // 5000 at a CPM of 27.43 buys 182,282 impressions, and a remainder too small for one more.
  expect(impressionsOf(rowsAt(240, [buyOf()]))).toBe(182_282);
  expect(rowsAt(5000, [buyOf()])).toEqual(rowsAt(240, [buyOf()]).map((row) => ({ ...row, final: true })));
});

test("an auction spends most of its budget, not all", () => {
  const spend = Number(spendOf(rowsAt(240, [buyOf({ guaranteed: false })])));
  expect(spend).toBeGreaterThan(4_300);
  expect(spend).toBeLessThan(5_000);
});

test("a pause delivers nothing from its minute on, and the rest of the flight catches up", () => {
  const pause = change(50.5, { paused: true });
  const paused = rowsAt(50.5, [buyOf(), pause]);
  expect(impressionsOf(rowsAt(120, [buyOf(), pause]))).toBe(impressionsOf(paused));
  expect(rowsAt(120, [buyOf(), pause]).find(({ day }) => day === "2026-08-04")?.impressions).toBe(0);
  const resumed = rowsAt(240, [buyOf(), pause, change(120, { paused: false })]);
  expect(impressionsOf(resumed)).toBe(182_282);
});

test("a pause of one package stops that package", () => {
  const pause = change(50, { packages: [{ packageId: "pkg_1", paused: true }] });
  expect(impressionsOf(rowsAt(200, [buyOf(), pause]))).toBe(impressionsOf(rowsAt(50, [buyOf()])));
});

test("a package delivers within its own time alone, and all that its budget buys", () => {
  const whole = buyOf();
  const windowed = (start: number, end: number) => ({
    ...whole,
    packages: whole.packages.map((part) => ({ ...part, startTime: at(start), endTime: at(end) })),
  });
  const rows = rowsAt(240, [windowed(48, 96)]);
  expect(rows.filter(({ impressions }) => impressions > 0).map(({ day }) => day)).toEqual(["2026-08-03", "2026-08-04"]);
  expect(impressionsOf(rows)).toBe(182_282);
  expect(impressionsOf(rowsAt(47, [windowed(48, 96)]))).toBe(0);
});

test("a package that is canceled delivers no more, whatever is asked of it later", () => {
  const cancel = change(50, { packages: [{ packageId: "pkg_1", canceled: true }] });
  const revive = change(60, { packages: [{ packageId: "pkg_1", canceled: false, paused: false }] });
  expect(impressionsOf(rowsAt(240, [buyOf(), cancel, revive]))).toBe(impressionsOf(rowsAt(50, [buyOf()])));
});

test("a cancelled buy has no rows after the day it was cancelled", () => {
  const rows = rowsAt(240, [buyOf(), change(50, { canceled: true })]);
  expect(rows.map(({ day }) => day)).toEqual(["2026-08-01", "2026-08-02", "2026-08-03"]);
});

test("more budget is spent by the same end, an earlier end is kept", () => {
  const more = change(100, { packages: [{ packageId: "pkg_1", budget: "8000" }] });
  expect(Number(spendOf(rowsAt(240, [buyOf(), more])))).toBeCloseTo(8000, 0);
  const sooner = change(100, { endTime: at(120) });
  expect(impressionsOf(rowsAt(120, [buyOf(), sooner]))).toBe(182_282);
});

test("yesterday and before are final, today counts whole hours", () => {
  const rows = rowsAt(36.9, [buyOf()]);
  expect(rows.map(({ day, final }) => [day, final])).toEqual([
    ["2026-08-01", true],
    ["2026-08-02", false],
  ]);
  expect(rows).toEqual(rowsAt(36, [buyOf()]));
});

const halfway = (pacing: Pacing) => impressionsOf(rowsAt(120, [buyOf({ pacing })]));

test("asap is ahead of front-loaded, and front-loaded of even", () => {
  expect(halfway("asap")).toBeGreaterThan(halfway("front_loaded"));
  expect(halfway("front_loaded")).toBeGreaterThan(halfway("even"));
});

test("a flight of minutes delivers when it is over", () => {
  const short = { ...buyOf(), end: after(START, 10 * MINUTE_MS) };
  expect(impressionsOf(rowsAt(0.1, [short]))).toBe(0);
  expect(impressionsOf(rowsAt(1, [short]))).toBe(182_282);
});

test("only the days that were asked for come back", () => {
  const day = dayOf(at(24));
  expect(deliveryOf(historyOf([buyOf()]), day, day, at(100)).map((row) => row.day)).toEqual([day]);
});
