import { sql } from "kysely";
import type { Db } from "../../ground/db/index.ts";
import type { DeliveryDay, Measures } from "./delivery-day.ts";

/**
 * Writes what sellers reported; a day that was reported before is replaced where the report differs and is not older. A
 * final day is replaced by a final one only. Answers how many days changed.
 */
export async function upsertDelivery(db: Db, customerId: number, days: readonly DeliveryDay[]): Promise<number> {
  if (days.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into delivery_days as known (
      customer_id, day, advertiser_id, campaign_id, media_buy_id, package_id, currency, impressions, clicks, spend, views,
      completed_views, conversions, final, time_zone, reported_at)
    select ${customerId}, reported.*
    from unnest(
      ${days.map(({ day }) => day)}::date[], ${days.map(({ advertiserId }) => advertiserId)}::bigint[],
      ${days.map(({ campaignId }) => campaignId)}::text[], ${days.map(({ mediaBuyId }) => mediaBuyId)}::text[],
      ${days.map(({ packageId }) => packageId)}::text[], ${days.map(({ currency }) => currency)}::text[],
      ${days.map(({ impressions }) => impressions)}::bigint[], ${days.map(({ clicks }) => clicks)}::bigint[],
      ${days.map(({ spend }) => spend)}::numeric[], ${days.map(({ views }) => views)}::bigint[],
      ${days.map(({ completedViews }) => completedViews)}::bigint[],
      ${days.map(({ conversions }) => conversions)}::bigint[], ${days.map(({ final }) => final)}::boolean[],
      ${days.map(({ timeZone }) => timeZone)}::text[], ${days.map(({ reportedAt }) => reportedAt)}::timestamptz[]
    ) as reported
    on conflict (customer_id, media_buy_id, package_id, day) do update set
      currency = excluded.currency, impressions = excluded.impressions, clicks = excluded.clicks, spend = excluded.spend,
      views = excluded.views, completed_views = excluded.completed_views, conversions = excluded.conversions,
      final = excluded.final, time_zone = excluded.time_zone, reported_at = excluded.reported_at
    where excluded.reported_at >= known.reported_at and excluded.final >= known.final
      and (known.currency, known.impressions, known.clicks, known.spend, known.views, known.completed_views,
           known.conversions, known.final, known.time_zone)
        is distinct from (excluded.currency, excluded.impressions, excluded.clicks, excluded.spend, excluded.views,
           excluded.completed_views, excluded.conversions, excluded.final, excluded.time_zone)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export interface Delivered extends Measures {
  readonly campaignId: string;
  readonly currency: string;
}

/** What each campaign delivered so far: one entry for each of its currencies, none where nothing was reported. */
export async function deliveredOfCampaigns(
  db: Db,
  customerId: number,
  campaignIds: readonly string[],
): Promise<Delivered[]> {
  const { rows } = await sql<Delivered>`
    select campaign_id as "campaignId", currency, sum(impressions)::bigint as impressions, sum(clicks)::bigint as clicks,
           sum(spend)::text as spend, sum(views)::bigint as views, sum(completed_views)::bigint as "completedViews",
           sum(conversions)::bigint as conversions
    from delivery_days
    where customer_id = ${customerId} and campaign_id = any(${campaignIds})
    group by campaign_id, currency
    order by campaign_id, currency`.execute(db);
  return rows;
}
