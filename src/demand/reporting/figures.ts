import { type Decimal, ratio, sum, times } from "../../ground/kernel/money.ts";
import type { Measures } from "../delivery/index.ts";

/** Delivery and spend in one currency. */
export interface Amounts extends Measures {
  readonly currency: string;
}

/**
 * A scope's delivery. Amounts in different currencies are never added: if there are several currencies, the scope as a
 * whole has no spend and no value.
 */
export interface Figures extends Omit<Measures, "spend" | "conversionValue"> {
  readonly spend: Decimal | null;
  readonly conversionValue: Decimal | null;
  /** Null if there are several currencies, or none is known. */
  readonly currency: string | null;
  /** Ordered by currency code. */
  readonly byCurrency: readonly Amounts[];
}

export interface Ratios {
  /** The cost of 1,000 impressions. */
  readonly ecpm: Decimal | null;
  readonly cpc: Decimal | null;
  readonly ctr: Decimal | null;
  readonly completionRate: Decimal | null;
  /** The cost of a conversion. */
  readonly cpa: Decimal | null;
  /** The return on each unit of spend. */
  readonly roas: Decimal | null;
}

/** How many decimal places of a ratio are shown; it is rounded half up. */
export const RATIO_DIGITS = 6;

/** Adds up amounts. `planned` are the currencies in which the scope was bought, which are used if nothing was delivered. */
export function figuresOf(amounts: readonly Amounts[], planned: readonly (string | null)[]): Figures {
  const byCurrency = [...Map.groupBy(amounts, ({ currency }) => currency)]
    .map(([currency, ofOne]) => ({ currency, ...totalOf(ofOne), ...moneyOf(ofOne) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const [only, another] = byCurrency;
  return {
    ...totalOf(byCurrency),
    spend: another ? null : (only?.spend ?? "0"),
    conversionValue: another ? null : (only?.conversionValue ?? "0"),
    currency: another ? null : (only?.currency ?? theOnly(planned)),
    byCurrency,
  };
}

/**
 * Each ratio is computed from the sums of its own scope, never from the ratios of its parts; null instead of a division
 * by zero.
 */
export function ratiosOf(figures: Figures): Ratios {
  const { impressions, clicks, completedViews, conversions, conversionValue, spend } = figures;
  return {
    ecpm: spend === null ? null : ratio(times(spend, 1000), impressions, RATIO_DIGITS),
    cpc: spend === null ? null : ratio(spend, clicks, RATIO_DIGITS),
    ctr: ratio(clicks, impressions, RATIO_DIGITS),
    completionRate: ratio(completedViews, impressions, RATIO_DIGITS),
    cpa: spend === null ? null : ratio(spend, conversions, RATIO_DIGITS),
    roas: spend === null || conversionValue === null ? null : ratio(conversionValue, spend, RATIO_DIGITS),
  };
}

function moneyOf(amounts: readonly Amounts[]): Pick<Measures, "spend" | "conversionValue"> {
  return {
    spend: sum(amounts.map(({ spend }) => spend)),
    conversionValue: sum(amounts.map(({ conversionValue }) => conversionValue)),
  };
}

/** Counts, which can be added regardless of currency. */
type Counts = Omit<Measures, "spend" | "conversionValue">;

function totalOf(amounts: readonly Counts[]): Counts {
  const total = { impressions: 0, clicks: 0, views: 0, completedViews: 0, conversions: 0 };
  for (const one of amounts) {
    total.impressions += one.impressions;
    total.clicks += one.clicks;
    total.views += one.views;
    total.completedViews += one.completedViews;
    total.conversions += one.conversions;
  }
  return total;
}

/** The only distinct value in a list; null if there are several or none. */
export function theOnly(values: readonly (string | null)[]): string | null {
  const [only, another] = new Set(values);
  return another === undefined ? (only ?? null) : null;
}
