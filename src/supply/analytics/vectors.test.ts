import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detectAsks, type RunWording } from "./detection/detect-asks.ts";
import { LEXICON } from "./detection/lexicon.ts";
import type { AnalyticsInput } from "./facts/input.ts";
import { sellerAnalytics } from "./index.ts";
import { traceOf } from "./payload/compose-payload.ts";
import { cellOf } from "./payload/totals.ts";
import { POSTURES } from "./posture/posture.ts";
import { type DefaultsInput, resolveDefaults } from "./posture/resolve-defaults.ts";
import { RULES } from "./rules.ts";
import { foldFacts, windowOf } from "./seller-analytics.ts";
import { baseRate, rounded, wilson } from "./statistics.ts";

interface Vectors {
  readonly rules: unknown;
  readonly lexicon: unknown;
  readonly postures: unknown;
  readonly statistics: readonly {
    successes: number;
    trials: number;
    wilson: { lower: number; upper: number };
    shrunkToDefaultPrior: number;
  }[];
  readonly rounding: readonly { numerator: number; denominator: number; decimals: number; expected: number }[];
  readonly detection: readonly { language: string; run: RunWording; expected: unknown }[];
  readonly compositionDefaults: readonly { input: DefaultsInput; expected: unknown }[];
  readonly vectors: readonly {
    name: string;
    input: AnalyticsInput;
    expected: unknown;
    trace: {
      windowRates: unknown;
      windowPostureRule: string;
      buyerPostureRules: unknown;
      attribution: Record<string, { runId: string | null; matchedProductIds: string[] }>;
    };
  }[];
}

const VECTORS = JSON.parse(
  readFileSync(new URL("analytics-vectors.json", import.meta.url), "utf8"),
) as unknown as Vectors;

test("rules, lexicon and the names of postures are the published ones, down to the last number", () => {
  expect(RULES).toEqual(VECTORS.rules);
  expect(LEXICON).toEqual(VECTORS.lexicon);
  expect(POSTURES).toEqual(VECTORS.postures);
});

test.each(VECTORS.statistics)("$successes of $trials: Wilson's bounds, and shrunk towards the default", (one) => {
  expect(wilson(one.successes, one.trials)).toEqual(one.wilson);
  expect(baseRate(one.successes, one.trials)).toBe(one.shrunkToDefaultPrior);
});

test.each(VECTORS.rounding)("$numerator / $denominator to $decimals digits", (one) => {
  expect(rounded(one.numerator, one.denominator, one.decimals)).toBe(one.expected);
});

test.each(VECTORS.detection.map((one, index) => [index, one.language, one] as const))(
  "asks and objections, case %i (%s)",
  (_, __, { run, expected }) => expect(detectAsks(run)).toEqual(expected),
);

test.each(VECTORS.compositionDefaults.map((one, index) => [index, one] as const))(
  "composition defaults, case %i",
  (_, { input, expected }) => expect(resolveDefaults(input)).toEqual(expected),
);

describe.each(VECTORS.vectors)("$name", ({ input, expected, trace }) => {
  test("the payload is the expected one, field by field", () => {
    expect(sellerAnalytics(input)).toEqual(expected);
  });

  test("it is based on the same rates, rules and attribution", () => {
    const { rows, buys } = foldFacts(input);
    const cells = windowOf(rows, input.limit).map(({ run, outcome }) => cellOf(run, outcome));
    const { windowRates, windowPostureRule, buyerPostureRules } = traceOf(cells);
    expect(windowRates).toEqual(trace.windowRates);
    expect(windowPostureRule).toBe(trace.windowPostureRule);
    expect(buyerPostureRules).toEqual(trace.buyerPostureRules);
    const found = buys.map(({ mediaBuyId, runId, matchedProductIds }) => [mediaBuyId, { runId, matchedProductIds }]);
    expect(Object.fromEntries(found)).toMatchObject(
      Object.fromEntries(
        Object.entries(trace.attribution).map(([id, { runId, matchedProductIds }]) => [
          id,
          { runId, matchedProductIds },
        ]),
      ),
    );
  });

  test("the order in which facts are read does not matter", () => {
    const turned = { ...input, runs: input.runs.toReversed(), events: input.events.toReversed() };
    expect(sellerAnalytics(turned)).toEqual(expected);
  });
});
