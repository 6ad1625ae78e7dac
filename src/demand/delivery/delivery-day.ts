import type { Decimal } from "../../ground/kernel/money.ts";
import type { DeliveryAnswer, DeliveryRow } from "../../ground/seller-agent/index.ts";

export interface Measures {
  readonly impressions: number;
  readonly clicks: number;
  /** In major units of the currency given beside it. */
  readonly spend: Decimal;
  readonly views: number;
  readonly completedViews: number;
  readonly conversions: number;
  /** The value of the conversions, in the currency of the spend. */
  readonly conversionValue: Decimal;
}

/** What one package delivered on one day, according to its seller's latest report. */
export interface DeliveryDay extends Measures {
  /** `YYYY-MM-DD`, a day in `timeZone`. */
  readonly day: string;
  readonly advertiserId: number;
  readonly campaignId: string;
  readonly mediaBuyId: string;
  readonly packageId: string;
  readonly currency: string;
  /** False while the seller may still correct the day. */
  readonly final: boolean;
  readonly timeZone: string;
  /** When the seller reported it, by the customer's clock. */
  readonly reportedAt: Date;
}

/** Our package, and the currency in which it was bought, which applies to reports that name no currency. */
export interface ReportedPackage {
  readonly packageId: string;
  readonly currency: string;
}

/** The buy that a report is about. `packageOf` finds our package for the seller's id. */
export interface Reported {
  readonly advertiserId: number;
  readonly campaignId: string;
  readonly mediaBuyId: string;
  readonly reportedAt: Date;
  packageOf(sellerPackageId: string): ReportedPackage | undefined;
}

/**
 * Converts a seller's report to our own ids, with one entry for every package and day. `strays` are ids that do not
 * belong to the buy.
 */
export function deliveryDaysOf(
  { rows, currency: reported, timeZone }: DeliveryAnswer,
  { packageOf, ...buy }: Reported,
): { days: DeliveryDay[]; strays: string[] } {
  const days = new Map<string, DeliveryDay>();
  const strays = new Set<string>();
  for (const row of rows) {
    const part = packageOf(row.packageId);
    if (!part) {
      strays.add(row.packageId);
      continue;
    }
    const { packageId, currency } = part;
    // A later row for the same package and day replaces an earlier one, even within one report.
    days.set(`${packageId} ${row.day}`, {
      ...buy,
      ...measuresOf(row),
      packageId,
      currency: reported ?? currency,
      timeZone,
    });
  }
  return { days: [...days.values()], strays: [...strays] };
}

function measuresOf(row: DeliveryRow) {
  return {
    day: row.day,
    impressions: whole(row.impressions),
    clicks: whole(row.clicks),
    spend: row.spend,
    views: whole(row.views),
    completedViews: whole(row.completedViews),
    conversions: whole(row.conversions),
    conversionValue: row.conversionValue ?? "0",
    final: row.final,
  };
}

/** Some sellers report fractions of a conversion, and even of an impression. */
function whole(count: number): number {
  return Math.min(Math.round(count), Number.MAX_SAFE_INTEGER);
}

/** The last day of those that can no longer be corrected; `before` if the report makes no further day final. */
export function finalThrough(rows: readonly DeliveryRow[], before: string | null): string | null {
  const open = rows.filter(({ final }) => !final).map(({ day }) => day);
  const firstOpen = open.sort()[0];
  const settled = rows.filter(({ final, day }) => final && (firstOpen === undefined || day < firstOpen));
  const last = settled
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return last !== undefined && (before === null || last > before) ? last : before;
}
