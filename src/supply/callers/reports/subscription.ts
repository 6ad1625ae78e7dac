import { after, DAY_MS, dayOf, HOUR_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import type { SecretPlace } from "../../../ground/vault/index.ts";

/** Where a buyer wants to receive a media buy's daily delivery. */
export interface ReportSubscription {
  readonly orderId: string;
  readonly storefrontId: number;
  readonly principal: string;
  readonly url: string;
  /** `CallbackSecrets`, as the vault keeps them. */
  readonly sealed: string;
  /** Only these metrics of a report; null for all. */
  readonly metrics: readonly string[] | null;
  /** How many reports were made. */
  readonly sequence: number;
  /** The last day that was reported; null before the first report. */
  readonly reportedUntil: string | null;
  /** By the wall; null once the last report is made. */
  readonly checkAt: Date | null;
  readonly createdAt: Date;
}

export function reportPlace(customerId: number, orderId: string): SecretPlace {
  return { customerId, table: "report_subscriptions", rowId: orderId, field: "sealed" };
}

/** The clocks of a sandbox run ahead of the wall by days, so a day that is over is looked for more often than by the day. */
export const LOOKS_EVERY_MS = HOUR_MS;

export interface Days {
  readonly startDay: string;
  readonly endDay: string;
}

/** The whole days that a report is about now; undefined where none is over since the last. At its end a buy is reported up to today. */
export function daysToReport(
  { reportedUntil }: Pick<ReportSubscription, "reportedUntil">,
  { flightStart, now, isOver }: { readonly flightStart: Date; readonly now: Date; readonly isOver: boolean },
): Days | undefined {
  const startDay = reportedUntil === null ? dayOf(flightStart) : dayOf(after(startOfDay(reportedUntil), DAY_MS));
  const endDay = isOver ? dayOf(now) : dayOf(after(now, -DAY_MS));
  if (startDay <= endDay) return { startDay, endDay };
  return isOver ? { startDay: endDay, endDay } : undefined;
}

/** The subscription once a report up to that day is made. */
export function reported(subscription: ReportSubscription, { endDay }: Days, isFinal: boolean): ReportSubscription {
  const sequence = subscription.sequence + 1;
  return { ...subscription, sequence, reportedUntil: endDay, ...(isFinal && { checkAt: null }) };
}
