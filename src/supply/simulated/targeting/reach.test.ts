import { expect, test } from "vitest";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { compare } from "../../../ground/kernel/money.ts";
import type { Targeting } from "../../../ground/seller-agent/index.ts";
import { checkTargeting, reachOf } from "./reach.ts";

const START = new Date("2026-08-01T00:00:00Z");
const FLIGHT = { start: START, end: after(START, 10 * DAY_MS) };
const SOLD = ["US", "GB", "DE", "CA"];
const LIST = { agent_url: "https://lists.example", list_id: "allow" };

const reach = (targeting?: Targeting) => reachOf(targeting, SOLD, FLIGHT);
const capped = (max_impressions: number, interval: number, unit: "days" | "campaign") =>
  reach({ frequency_cap: { max_impressions, per: "individuals", window: { interval, unit } } });

test("without a targeting there is the whole inventory", () => {
  expect([reach(), reach({}), reach({ geo_countries: SOLD })].map(Number)).toEqual([1, 1, 1]);
});

test("countries leave their share of those it is sold in", () => {
  expect(Number(reach({ geo_countries: ["US", "FR"] }))).toBe(0.25);
  expect(Number(reach({ geo_countries_exclude: ["US"] }))).toBe(0.75);
  expect(Number(reach({ geo_countries: ["US", "GB"], geo_countries_exclude: ["GB"] }))).toBe(0.25);
});

test("the tighter a cap, the less is left; over the campaign it is spread over the flight", () => {
  const [tight, loose] = [capped(1, 1, "days"), capped(5, 1, "days")];
  expect(Number(tight)).toBe(0.5);
  expect(compare(tight, loose)).toBe(-1);
  expect(capped(10, 1, "campaign")).toBe(tight);
  expect(Number(reach({ frequency_cap: { suppress: { interval: 12, unit: "hours" } } }))).toBeCloseTo(2 / 3, 3);
});

test("a list leaves what its name says, always the same, and every criterion applies to what the others leave", () => {
  const listed = Number(reach({ property_list: LIST }));
  expect(listed).toBeGreaterThan(0);
  expect(listed).toBeLessThan(1);
  expect(Number(reach({ property_list: LIST }))).toBe(listed);
  expect(Number(reach({ property_list: LIST, geo_countries: ["US"] }))).toBeLessThan(listed);
});

test("what is not targeted by, and what leaves no country, is refused where it stands", () => {
  const refusals = (targeting: Targeting) =>
    checkTargeting(targeting, SOLD, "packages[2]").map(({ code, field }) => `${code} ${field}`);
  expect(refusals({ geo_countries: ["DE"] })).toEqual([]);
  expect(refusals({ language: ["en"] })).toEqual(["UNSUPPORTED_FEATURE packages[2].targeting_overlay.language"]);
  expect(refusals({ geo_countries: ["FR"] })).toEqual(["VALIDATION_ERROR packages[2].targeting_overlay.geo_countries"]);
});
