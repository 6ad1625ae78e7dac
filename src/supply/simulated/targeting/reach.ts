import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { type Decimal, decimalOf } from "../../../ground/kernel/money.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { FlightDates, SellerError } from "../../../ground/seller-agent/index.ts";
import {
  REACH_UNITS,
  refusedTargeting,
  type Targeting,
  WINDOW_UNITS,
} from "../../../ground/seller-agent/targeting/index.ts";
import { between, seeded } from "../seeded.ts";

/** All that these publishers target by. Their lists are as made up as they are: what one leaves is drawn from its name. */
export const HONOURED = [
  "geo_countries",
  "property_list",
  "collection_list",
  "frequency_cap",
  ...REACH_UNITS.map((unit) => `frequency_cap/per/${unit}`),
  ...WINDOW_UNITS.map((unit) => `frequency_cap/window/${unit}`),
];

export function checkTargeting(
  targeting: Targeting | undefined,
  sold: readonly string[] | undefined,
  path: string,
): SellerError[] {
  if (!targeting) return [];
  const refused = refusedTargeting(targeting, HONOURED, `${path}.targeting_overlay`);
  if (refused.length > 0 || !sold || countriesLeft(targeting, sold).length > 0) return refused;
  const field = `${path}.targeting_overlay.geo_countries`;
  return [refusal("VALIDATION_ERROR", `this runs in ${sold.join(", ")}, and none of them is left`, field)];
}

/** The share of a package's inventory that its targeting leaves: 1 without any. */
export function reachOf(targeting: Targeting | undefined, sold: readonly string[] = [], flight: FlightDates): Decimal {
  if (!targeting || Object.keys(targeting).length === 0) return "1";
  const { frequency_cap: cap, property_list, collection_list, collection_list_exclude } = targeting;
  const shares = [
    sold.length > 0 ? countriesLeft(targeting, sold).length / sold.length : 1,
    ...[property_list, collection_list, collection_list_exclude].map((list) => (list ? leftBy(list) : 1)),
    // The fewer times a day somebody is met, the fewer impressions there are to be had: 1 a day leaves half of them.
    cap ? saturated(Math.min(...mostPerDay(cap, flight))) : 1,
  ];
  return decimalOf(shares.reduce((product, share) => product * share, 1).toFixed(4));
}

function leftBy({ agent_url, list_id }: NonNullable<Targeting["property_list"]>): number {
  return between(seeded(`${agent_url} ${list_id}`), 0.2, 0.9);
}

function countriesLeft(
  { geo_countries: within, geo_countries_exclude: without = [] }: Targeting,
  sold: readonly string[],
) {
  return sold.filter((country) => (!within || within.includes(country)) && !without.includes(country));
}

function saturated(perDay: number): number {
  return Number.isFinite(perDay) ? perDay / (perDay + 1) : 1;
}

type Cap = NonNullable<Targeting["frequency_cap"]>;
type Duration = NonNullable<Cap["window"]>;

function mostPerDay({ max_impressions: most, window, suppress, suppress_minutes: minutes }: Cap, flight: FlightDates) {
  return [
    most !== undefined && window ? most / daysOf(window, flight) : Infinity,
    suppress ? 1 / daysOf(suppress, flight) : Infinity,
    minutes ? 1 / (minutes * DAYS.minutes) : Infinity,
  ];
}

const DAYS = { seconds: 1 / 86_400, minutes: 1 / 1_440, hours: 1 / 24, days: 1 } as const;

function daysOf({ interval, unit }: Duration, { start, end }: FlightDates): number {
  return unit === "campaign" ? (end.getTime() - start.getTime()) / DAY_MS : interval * DAYS[unit];
}
