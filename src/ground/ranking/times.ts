import { type BriefReading, type Chip, isFirm, months } from "../brief/index.ts";
import type { Offer, OfferReading } from "./offer-reading.ts";

/** What is sold at another time of the year is no answer, however near its subject. */
const OUT_OF_SEASON = 0.3;
/** "Spring colours": a season alone may be when something is worn. */
const OUT_OF_SAID_SEASON = 0.6;

/** When the four seasons and fixed occasions are, in the north. */
const NORTHERN: Readonly<Record<string, months.Months>> = {
  spring: months.monthsFrom([3, 4, 5]),
  summer: months.monthsFrom([6, 7, 8]),
  autumn: months.monthsFrom([9, 10, 11]),
  winter: months.monthsFrom([12, 1, 2]),
};
const EVERYWHERE: Readonly<Record<string, months.Months>> = {
  christmas: months.monthsFrom([11, 12]),
  carnival: months.monthsFrom([1, 2, 3]),
  easter: months.monthsFrom([3, 4]),
  valentines: months.monthsFrom([1, 2]),
};
const SOUTHERN: ReadonlySet<string> = new Set(["AR", "AU", "BR", "CL", "NZ", "PE", "PY", "UY", "ZA"]);

/** The factor for a product that says when it is sold, and is not sold when the brief's campaign runs. */
export function seasonFactorFor(chips: readonly Chip[]): (offer: Offer, reading: OfferReading) => number {
  const wanted = chips.filter((chip) => !chip.negated && isFirm(chip));
  const dated = monthsOfDates(wanted.filter(({ kind }) => kind === "date"));
  const seasons = wanted.filter(({ kind }) => kind === "season").map(({ concept }) => concept);
  return (offer, { soldIn }) => {
    if (soldIn === months.NO_MONTHS) return 1;
    const isSouthern = offer.product.countries.some((country) => SOUTHERN.has(country));
    const said = seasons.reduce((all, season) => all | monthsOfSeason(season, isSouthern), months.NO_MONTHS);
    const sought = dated | said;
    if (sought === months.NO_MONTHS || (soldIn & sought) !== months.NO_MONTHS) return 1;
    return dated === months.NO_MONTHS ? OUT_OF_SAID_SEASON : OUT_OF_SEASON;
  };
}

function monthsOfSeason(season: string, isSouthern: boolean): months.Months {
  const northern = NORTHERN[season] ?? months.NO_MONTHS;
  const local = isSouthern ? ((northern << 6) | (northern >> 6)) & ALL_YEAR : northern;
  return local | (EVERYWHERE[season] ?? months.NO_MONTHS);
}

const ALL_YEAR = 0xfff;

/** "From December to the end of February": two dates are the first and the last. */
function monthsOfDates(dates: BriefReading["chips"]): months.Months {
  const spans = dates.map(({ value }) => spanOf(value)).filter((span) => span !== undefined);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return months.NO_MONTHS;
  return spans.length === 2
    ? months.monthsUntil(first.from, last.to)
    : spans.reduce((all, { from, to }) => all | months.monthsUntil(from, to), months.NO_MONTHS);
}

/** `03`, `2026-03`, `2026-03-15`, `Q2`, `2026-Q2`, `H1` or `2026-H1`. */
function spanOf(value: string): { readonly from: number; readonly to: number } | undefined {
  const quarter = /Q([1-4])/.exec(value)?.[1];
  if (quarter) return { from: Number(quarter) * 3 - 2, to: Number(quarter) * 3 };
  const half = /H([12])/.exec(value)?.[1];
  if (half) return { from: Number(half) * 6 - 5, to: Number(half) * 6 };
  const month = Number(/^(?:20\d\d-)?(\d\d)(?:-\d\d)?$/.exec(value)?.[1]);
  return month >= 1 && month <= 12 ? { from: month, to: month } : undefined;
}
