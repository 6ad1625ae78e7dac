import { expect, test } from "vitest";
import { faultsOf, readReadings } from "./readings.ts";
import { CLASSES, LANGUAGES } from "./set.ts";
import { isUnderstood, readTrades } from "./trades.ts";

/** What no change may fall below. */
const READ = 0.98;
const WHOLE = 0.93;

test("what briefs say is read, and nothing that would keep products out besides", () => {
  const readings = readReadings();
  const faults = readings.map(faultsOf);
  const said = readings.reduce((sum, { reads }) => sum + reads.length, 0);
  const missed = faults.flatMap(({ text, missing }) => missing.map((one) => `${text}: ${one}`));
  const whole = faults.filter(({ missing, unasked }) => missing.length + unasked.length === 0);
  expect(1 - missed.length / said, missed.join("\n")).toBeGreaterThanOrEqual(READ);
  expect(whole.length / readings.length).toBeGreaterThanOrEqual(WHOLE);
});

test("readings are of every language and every class", () => {
  const readings = readReadings();
  expect(new Set(readings.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
  expect(new Set(readings.map((one) => one.class))).toEqual(new Set(CLASSES));
});

test("what people of a trade sell, play and are is understood, whichever words they have for it", () => {
  const trades = readTrades();
  for (const [languages, least] of [
    [["en"], 0.92],
    [LANGUAGES.filter((language) => language !== "en"), 0.92],
  ] as const) {
    const phrases = trades.filter(({ language }) => languages.some((one) => one === language));
    const missed = phrases.filter((phrase) => !isUnderstood(phrase)).map(({ text }) => text);
    expect(1 - missed.length / phrases.length, missed.join("\n")).toBeGreaterThanOrEqual(least);
  }
});
