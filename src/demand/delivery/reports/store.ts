import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import { maintainPartitionsOfAllCustomers } from "../../../ground/db/partitions/index.ts";
import type { DeliveryDay } from "../delivery-day.ts";

/** How a report arrived: polled from the seller, or pushed by it. */
export type ReportSource = "poll" | "webhook";

/** Stores a report in addition to all earlier ones; `wall` is when it arrived. */
export async function saveReport(
  db: Db,
  customerId: number,
  days: readonly DeliveryDay[],
  source: ReportSource,
  wall: Date,
): Promise<void> {
  if (days.length === 0) return;
  const said = days.map((day) => ({
    day: day.day,
    media_buy_id: day.mediaBuyId,
    package_id: day.packageId,
    currency: day.currency,
    impressions: day.impressions,
    clicks: day.clicks,
    spend: day.spend,
    views: day.views,
    completed_views: day.completedViews,
    conversions: day.conversions,
    conversion_value: day.conversionValue,
    final: day.final,
    time_zone: day.timeZone,
    reported_at: day.reportedAt,
  }));
  await sql`
    insert into delivery_reports (
      customer_id, received_at, source, day, media_buy_id, package_id, currency, impressions, clicks, spend, views,
      completed_views, conversions, conversion_value, final, time_zone, reported_at)
    select ${customerId}, ${wall}::timestamptz, ${source}::text, said.*
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as said (
      day date, media_buy_id text, package_id text, currency text, impressions bigint, clicks bigint, spend numeric,
      views bigint, completed_views bigint, conversions bigint, conversion_value numeric, final boolean, time_zone text,
      reported_at timestamptz)
    returning true`.execute(db);
}

/** Deletes the weeks of reports that ended before this wall-clock time; the figures derived from them stay. */
export async function deleteReportsOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await maintainPartitionsOfAllCustomers(db, "delivery_reports", before);
}
