import { sql } from "kysely";
import type { Db, Row } from "../../ground/db/index.ts";
import type { DeliveryDay, Measures } from "./delivery-day.ts";

/**
 * Stores sellers' reports. Of several reports about a day the newest counts, but a final one takes precedence, so the
 * result does not depend on the order, number or transport of reports. Returns how many days have changed.
 */
export async function upsertDelivery(db: Db, customerId: number, days: readonly DeliveryDay[]): Promise<number> {
  if (days.length === 0) return 0;
  // Two statements in one round trip, in this order. They are not combined into one, because behind row-level security
  // a distributed database cannot plan an outer join with what the same statement has written.
  const [before, written] = await Promise.all([figuresBefore(db, customerId, days), writeNewer(db, customerId, days)]);
  const known = new Map(before.map((row) => [placeOf(row), figuresOf(row)]));
  return written.filter((row) => known.get(placeOf(row)) !== figuresOf(row)).length;
}

type StoredDay = Pick<Row<"delivery_days">, "media_buy_id" | "package_id" | "day">;

const placeOf = ({ media_buy_id, package_id, day }: StoredDay) => JSON.stringify([media_buy_id, package_id, day]);
const figuresOf = (row: StoredDay) => JSON.stringify(row);

/** Amounts without trailing zeros, so that equal amounts have equal text. */
const STORED = sql`
  known.media_buy_id, known.package_id, known.day, known.currency, known.impressions, known.clicks, trim_scale(known.spend) as spend,
  known.views, known.completed_views, known.conversions, trim_scale(known.conversion_value) as conversion_value, known.final,
  known.time_zone`;

async function figuresBefore(db: Db, customerId: number, days: readonly DeliveryDay[]): Promise<readonly StoredDay[]> {
  const { rows } = await sql<StoredDay>`
    select ${STORED}
    from unnest(${days.map(({ mediaBuyId }) => mediaBuyId)}::text[], ${days.map(({ packageId }) => packageId)}::text[],
                ${days.map(({ day }) => day)}::date[]) as asked (media_buy_id, package_id, day)
    join delivery_days as known using (media_buy_id, package_id, day)
    where known.customer_id = ${customerId}`.execute(db);
  return rows;
}

async function writeNewer(db: Db, customerId: number, days: readonly DeliveryDay[]): Promise<readonly StoredDay[]> {
  const { rows } = await sql<StoredDay>`
    insert into delivery_days as known (
      customer_id, day, advertiser_id, campaign_id, media_buy_id, package_id, currency, impressions, clicks, spend, views,
      completed_views, conversions, conversion_value, final, time_zone, reported_at)
    select ${customerId}, reported.* from unnest(
      ${days.map(({ day }) => day)}::date[], ${days.map(({ advertiserId }) => advertiserId)}::bigint[],
      ${days.map(({ campaignId }) => campaignId)}::text[], ${days.map(({ mediaBuyId }) => mediaBuyId)}::text[],
      ${days.map(({ packageId }) => packageId)}::text[], ${days.map(({ currency }) => currency)}::text[],
      ${days.map(({ impressions }) => impressions)}::bigint[], ${days.map(({ clicks }) => clicks)}::bigint[],
      ${days.map(({ spend }) => spend)}::numeric[], ${days.map(({ views }) => views)}::bigint[],
      ${days.map(({ completedViews }) => completedViews)}::bigint[],
      ${days.map(({ conversions }) => conversions)}::bigint[], ${days.map(({ conversionValue }) => conversionValue)}::numeric[],
      ${days.map(({ final }) => final)}::boolean[],
      ${days.map(({ timeZone }) => timeZone)}::text[], ${days.map(({ reportedAt }) => reportedAt)}::timestamptz[]
    ) as reported
    on conflict (customer_id, media_buy_id, package_id, day) do update set
      currency = excluded.currency, impressions = excluded.impressions, clicks = excluded.clicks, spend = excluded.spend,
      views = excluded.views, completed_views = excluded.completed_views, conversions = excluded.conversions,
      conversion_value = excluded.conversion_value,
      final = excluded.final, time_zone = excluded.time_zone, reported_at = excluded.reported_at
    where (excluded.final, excluded.reported_at) >= (known.final, known.reported_at)
    returning ${STORED}`.execute(db);
  return rows;
}

export interface Delivered extends Measures {
  readonly campaignId: string;
  readonly currency: string;
}

/** What each campaign has delivered so far, with one entry per currency, and none if nothing was reported. */
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
