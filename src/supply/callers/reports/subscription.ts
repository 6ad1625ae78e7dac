import { after, DAY_MS, dayOf, HOUR_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import type { SecretPlace } from "../../../ground/vault/index.ts";

/** The URL at which a buyer wants to receive a media buy's daily delivery. */
export interface ReportSubscription {
  readonly orderId: string;
  readonly storefrontId: number;
  readonly principal: string;
  readonly url: string;
  /** `CallbackSecrets`, encrypted by the vault. */
  readonly sealed: string;
  /** The metrics to report; null for all. */
  readonly metrics: readonly string[] | null;
  /** The number of reports made so far. */
  readonly sequence: number;
  /** The last day that was reported; null before the first report. */
  readonly reportedUntil: string | null;
  /** Wall-clock time; null once the last report is made. */
  readonly checkAt: Date | null;
  readonly createdAt: Date;
}

export function reportPlace(customerId: number, orderId: string): SecretPlace {
  return { customerId, table: "report_subscriptions", rowId: orderId, field: "sealed" };
}

/** A sandbox's clock can run days ahead of wall-clock time, so checking once a day would not be often enough. */
export const LOOKS_EVERY_MS = HOUR_MS;

export interface Days {
  readonly startDay: string;
  readonly endDay: string;
}

/**
 * The days that the next report covers; undefined if no day has ended since the last report. Once the buy is over, its
 * report runs up to today.
 */
export function daysToReport(
  { reportedUntil }: Pick<ReportSubscription, "reportedUntil">,
  { flightStart, now, isOver }: { readonly flightStart: Date; readonly now: Date; readonly isOver: boolean },
): Days | undefined {
  const startDay = reportedUntil === null ? dayOf(flightStart) : dayOf(after(startOfDay(reportedUntil), DAY_MS));
  const endDay = isOver ? dayOf(now) : dayOf(after(now, -DAY_MS));
  if (startDay <= endDay) return { startDay, endDay };
  return isOver ? { startDay: endDay, endDay } : undefined;
}

/** The subscription after a report up to that day. */
export function reported(subscription: ReportSubscription, { endDay }: Days, isFinal: boolean): ReportSubscription {
  const sequence = subscription.sequence + 1;
  return { ...subscription, sequence, reportedUntil: endDay, ...(isFinal && { checkAt: null }) };
}
