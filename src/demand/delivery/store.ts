import { sql } from "kysely";
import type { Db } from "../../ground/db/index.ts";
import type { DeliveryDay, Measures } from "./delivery-day.ts";

/**
 * Stores sellers' reports. Of several reports of a day the newest counts, but a final one takes precedence: the result
 * does not depend on their order, number or transport. Returns how many days have changed.
 */
export async function upsertDelivery(db: Db, customerId: number, days: readonly DeliveryDay[]): Promise<number> {
  if (days.length === 0) return 0;
  const { rows } = await sql<{ changed: number }>`
    with reported as (
      select * from unnest(
        ${days.map(({ day }) => day)}::date[], ${days.map(({ advertiserId }) => advertiserId)}::bigint[],
        ${days.map(({ campaignId }) => campaignId)}::text[], ${days.map(({ mediaBuyId }) => mediaBuyId)}::text[],
        ${days.map(({ packageId }) => packageId)}::text[], ${days.map(({ currency }) => currency)}::text[],
        ${days.map(({ impressions }) => impressions)}::bigint[], ${days.map(({ clicks }) => clicks)}::bigint[],
        ${days.map(({ spend }) => spend)}::numeric[], ${days.map(({ views }) => views)}::bigint[],
        ${days.map(({ completedViews }) => completedViews)}::bigint[],
        ${days.map(({ conversions }) => conversions)}::bigint[], ${days.map(({ conversionValue }) => conversionValue)}::numeric[],
        ${days.map(({ final }) => final)}::boolean[],
        ${days.map(({ timeZone }) => timeZone)}::text[], ${days.map(({ reportedAt }) => reportedAt)}::timestamptz[]
      ) as report (day, advertiser_id, campaign_id, media_buy_id, package_id, currency, impressions, clicks, spend, views,
        completed_views, conversions, conversion_value, final, time_zone, reported_at)
    ), written as (
      insert into delivery_days as known (
        customer_id, day, advertiser_id, campaign_id, media_buy_id, package_id, currency, impressions, clicks, spend, views,
        completed_views, conversions, conversion_value, final, time_zone, reported_at)
      select ${customerId}, reported.* from reported
      on conflict (customer_id, media_buy_id, package_id, day) do update set
        currency = excluded.currency, impressions = excluded.impressions, clicks = excluded.clicks, spend = excluded.spend,
        views = excluded.views, completed_views = excluded.completed_views, conversions = excluded.conversions,
        conversion_value = excluded.conversion_value,
        final = excluded.final, time_zone = excluded.time_zone, reported_at = excluded.reported_at
      where (excluded.final, excluded.reported_at) >= (known.final, known.reported_at)
      returning known.*
    )
    -- The statement sees the days as they were before it.
    select count(*)::int as changed
    from written left join delivery_days as known using (customer_id, media_buy_id, package_id, day)
    where (known.currency, known.impressions, known.clicks, known.spend, known.views, known.completed_views,
           known.conversions, known.conversion_value, known.final, known.time_zone)
      is distinct from (written.currency, written.impressions, written.clicks, written.spend, written.views,
           written.completed_views, written.conversions, written.conversion_value, written.final, written.time_zone)`.execute(
    db,
  );
  return rows[0]?.changed ?? 0;
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
           sum(conversions)::bigint as conversions, sum(conversion_value)::text as "conversionValue"
    from delivery_days
    where customer_id = ${customerId} and campaign_id = any(${campaignIds})
    group by campaign_id, currency
    order by campaign_id, currency`.execute(db);
  return rows;
}
