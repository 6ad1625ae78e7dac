import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnalyticsInput } from "../facts/input.ts";
import { randomLog, randomOf } from "../random-log.fixture.ts";
import { foldFacts, sellerAnalytics } from "../seller-analytics.ts";

const START = new Date("2026-01-10T00:00:00Z");

function inputOf(seed: number, limit: number): AnalyticsInput {
  const arrivals = randomLog(seed, 300, "42", START);
  return {
    asOf: "2026-12-01T00:00:00Z",
    limit,
    storefront: { id: "42", name: "Harbor Media", state: "neutral" },
    reportingCurrency: "USD",
    learnedDefault: null,
    runs: arrivals.flatMap((one) => (one.kind === "run" ? one.run : [])),
    events: arrivals.flatMap((one) => (one.kind === "event" ? one.event : [])),
  };
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  const random = randomOf(seed);
  return all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const RUNS = { numRuns: 40, seed: 14 };

test("no event counts twice: the figures of runs add up to those of the window, with each media buy in one run", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const input = inputOf(seed, 1_000);
      const { runs, outcomes } = sellerAnalytics(input);
      expect(runs.reduce((sum, { outcome }) => sum + outcome.eventCount, 0)).toBe(outcomes.eventCount);
      const { buys } = foldFacts(input);
      expect(new Set(buys.map(({ mediaBuyId }) => mediaBuyId)).size).toBe(buys.length);
      const counted = buys.flatMap(({ events }) => events.map(({ eventId }) => eventId));
      expect(new Set(counted).size).toBe(counted.length);
    }),
    RUNS,
  );
});

test("buyers and months add up to the window, for any window", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 200 }), (seed, limit) => {
      const { buyers, seasonality, historicalPerformance: window, outcomes } = sellerAnalytics(inputOf(seed, limit));
      const cents = (amount: number) => Math.round(amount * 100);
      for (const parts of [buyers, seasonality]) {
        const sum = (of: (one: (typeof parts)[number]) => number) => parts.reduce((total, one) => total + of(one), 0);
        expect(sum(({ runCount }) => runCount)).toBe(window.runCount);
        expect(sum(({ bookedRunCount }) => bookedRunCount)).toBe(window.bookedRunCount);
        expect(sum(({ askRunCount }) => askRunCount)).toBe(window.askRunCount);
        // Each part is rounded separately.
        const off = Math.abs(sum(({ bookedBudget }) => cents(bookedBudget)) - cents(outcomes.bookedBudget));
        expect(off).toBeLessThanOrEqual(parts.length);
      }
    }),
    RUNS,
  );
});

test("facts give the same result in any order", () => {
  fc.assert(
    fc.property(seeds, seeds, (seed, order) => {
      const input = inputOf(seed, 100);
      const mixed = { ...input, runs: shuffled(input.runs, order), events: shuffled(input.events, order + 1) };
      expect(sellerAnalytics(mixed)).toEqual(sellerAnalytics(input));
    }),
    RUNS,
  );
});

test("a run that is recorded later never takes a purchase away", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const input = inputOf(seed, 1_000);
      const late = input.runs.map((run, index) => ({ ...run, id: `9${run.id}`, seq: 10_000 + index }));
      const before = foldFacts(input).buys.map(({ mediaBuyId, runId }) => [mediaBuyId, runId]);
      const after = foldFacts({ ...input, runs: [...input.runs, ...late] }).buys;
      expect(after.map(({ mediaBuyId, runId }) => [mediaBuyId, runId])).toEqual(before);
    }),
    RUNS,
  );
});
