import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { Period } from "../../../ground/kernel/inputs/period.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import { principalOf } from "../../../ground/seller-agent/principal.ts";
import type { SoldDay } from "./sold-delivery.ts";

/**
 * Of several reports about a day the newest counts, but a final one takes precedence. A day that has not changed is not
 * written.
 */
export async function upsertSoldDays(
  db: Db,
  customerId: number,
  days: readonly SoldDay[],
  reportedAt: Date,
): Promise<void> {
  const reported = days.map((one) => ({
    order_id: one.orderId,
    package_id: one.packageId,
    day: one.day,
    storefront_id: one.storefrontId,
    inventory_source_id: one.inventorySourceId,
    currency: one.currency,
    impressions: one.impressions,
    clicks: one.clicks,
    views: one.views,
    completed_views: one.completedViews,
    conversions: one.conversions,
    revenue: one.revenue,
    final: one.final,
    time_zone: one.timeZone,
  }));
  await sql`
    insert into order_delivery_days as known (
      customer_id, reported_at, order_id, package_id, day, storefront_id, inventory_source_id, currency, impressions, clicks,
      views, completed_views, conversions, revenue, final, time_zone)
    select ${customerId}, ${reportedAt}::timestamptz, said.*
    from jsonb_to_recordset(${JSON.stringify(reported)}::jsonb) as said (
      order_id text, package_id text, day date, storefront_id bigint, inventory_source_id bigint, currency text,
      impressions bigint, clicks bigint, views bigint, completed_views bigint, conversions bigint, revenue numeric,
      final boolean, time_zone text)
    -- Always in the same order, so that concurrent writers of the same days cannot deadlock.
    order by order_id, package_id, day
    on conflict (customer_id, order_id, package_id, day) do update set
      currency = excluded.currency, impressions = excluded.impressions, clicks = excluded.clicks, views = excluded.views,
      completed_views = excluded.completed_views, conversions = excluded.conversions, revenue = excluded.revenue,
      final = excluded.final, time_zone = excluded.time_zone, reported_at = excluded.reported_at
    where (excluded.final, excluded.reported_at) >= (known.final, known.reported_at)
      and (excluded.currency, excluded.impressions, excluded.clicks, excluded.views, excluded.completed_views,
           excluded.conversions, excluded.revenue, excluded.final)
        is distinct from (known.currency, known.impressions, known.clicks, known.views, known.completed_views,
           known.conversions, known.revenue, known.final)
    returning true`.execute(db);
}

/** What one package of an order has delivered so far. */
export interface DeliveredPackage {
  readonly packageId: string;
  readonly revenue: Decimal;
  readonly impressions: number;
  /** `YYYY-MM-DD` */
  readonly lastDay: string;
}

export async function listDeliveredPackages(
  db: Db,
  customerId: number,
  orderId: string,
): Promise<readonly DeliveredPackage[]> {
  const { rows } = await sql<DeliveredPackage>`
    select package_id as "packageId", sum(revenue)::text as revenue, sum(impressions)::float8 as impressions,
      max(day)::text as "lastDay"
    from order_delivery_days
    where customer_id = ${customerId} and order_id = ${orderId}
    group by package_id`.execute(db);
  return rows;
}

export const GROUPINGS = ["mediaBuy", "buyer", "source", "day"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface DeliveryFilter {
  readonly storefrontId: number;
  readonly mediaBuyId?: string | undefined;
  readonly buyerCustomerId?: number | undefined;
  readonly sourceId?: string | undefined;
}

/** What a group delivered in one currency. */
export interface SoldFigures {
  readonly id: string;
  readonly name: string | null;
  readonly currency: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly views: number;
  readonly completedViews: number;
  readonly conversions: number;
  readonly revenue: Decimal;
  readonly final: boolean;
  readonly reportedAt: Date;
}

/** The expression by which rows are grouped, and the group's name. */
const GROUPED: Readonly<Record<Grouping, readonly [id: RawBuilder<string>, name: RawBuilder<string | null>]>> = {
  mediaBuy: [sql`sold.order_id`, sql`min(orders.name)`],
  buyer: [sql`orders.buyer_principal`, sql`min(orders.buyer #>> '{identity,name}')`],
  source: [sql`source.source_id`, sql`min(source.name)`],
  day: [sql`sold.day::text`, sql`null`],
};

/** A row for each group and currency, and their total number. Days come in their order, anything else by descending revenue. */
export async function listSoldFigures(
  db: Db,
  customerId: number,
  filter: DeliveryFilter,
  { from, to }: Period,
  { by, limit, offset }: { readonly by: Grouping; readonly limit: number; readonly offset: number },
): Promise<{ figures: SoldFigures[]; total: number }> {
  const [id, name] = GROUPED[by];
  const groups = sql`
    select ${id} as id, ${name} as name, sold.currency, ${SUMS}
    ${deliveredBy(customerId, filter, { from, to })}
    group by ${id}, sold.currency`;
  const order = by === "day" ? sql`id, currency` : sql`revenue desc, id, currency`;
  const [page, counted] = await Promise.all([
    sql<SoldFigures>`
      select id, name, currency, impressions, clicks, views, "completedViews", conversions, revenue::text, final,
        "reportedAt"
      from (${groups}) as groups order by ${order} limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from (${groups}) as groups`.execute(db),
  ]);
  return { figures: page.rows, total: counted.rows[0]?.total ?? 0 };
}

/** The grand totals, with a row for each currency. */
export async function totalSoldFigures(
  db: Db,
  customerId: number,
  filter: DeliveryFilter,
  period: Period,
): Promise<SoldFigures[]> {
  const { rows } = await sql<SoldFigures>`
    select id, name, currency, impressions, clicks, views, "completedViews", conversions, revenue::text, final,
      "reportedAt"
    from (select '' as id, null as name, sold.currency, ${SUMS} ${deliveredBy(customerId, filter, period)}
      group by sold.currency) as totals
    order by currency`.execute(db);
  return rows;
}

const SUMS = sql`
  sum(sold.impressions)::float8 as impressions, sum(sold.clicks)::float8 as clicks, sum(sold.views)::float8 as views,
  sum(sold.completed_views)::float8 as "completedViews", sum(sold.conversions)::float8 as conversions,
  sum(sold.revenue) as revenue, bool_and(sold.final) as final, max(sold.reported_at) as "reportedAt"`;

function deliveredBy(customerId: number, filter: DeliveryFilter, { from, to }: Period) {
  const { storefrontId, mediaBuyId = null, buyerCustomerId, sourceId = null } = filter;
  const principal = buyerCustomerId === undefined ? null : principalOf(buyerCustomerId);
  return sql`
    from order_delivery_days sold
    join orders on orders.customer_id = sold.customer_id and orders.order_id = sold.order_id
    join inventory_sources source
      on source.customer_id = sold.customer_id and source.inventory_source_id = sold.inventory_source_id
    where sold.customer_id = ${customerId} and sold.storefront_id = ${storefrontId}
      and sold.day >= coalesce(${from}::date, '-infinity') and sold.day <= coalesce(${to}::date, 'infinity')
      and (${mediaBuyId}::text is null or sold.order_id = ${mediaBuyId}::text)
      and (${principal}::text is null or orders.buyer_principal = ${principal}::text)
      and (${sourceId}::text is null or source.source_id = ${sourceId}::text)`;
}
