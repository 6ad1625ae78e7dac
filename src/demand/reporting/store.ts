import { sql } from "kysely";
import type { Db } from "../../ground/db/index.ts";
import type { Period } from "../../ground/kernel/inputs/period.ts";
import type { Delivered, DeliveryDimension } from "./report.ts";

/** What a report is restricted to. */
export interface Filter {
  readonly advertiserId?: number | undefined;
  readonly campaignId?: string | undefined;
  readonly mediaBuyId?: string | undefined;
}

/** Whether each thing exists; also false for things that the filter does not name. */
export interface ExistingEntities {
  readonly advertiser: boolean;
  readonly campaign: boolean;
  readonly mediaBuy: boolean;
}

/** Whether each thing that the filter names exists and belongs to the things above it. */
export async function findNamed(
  db: Db,
  customerId: number,
  { advertiserId, campaignId, mediaBuyId }: Filter,
): Promise<ExistingEntities> {
  const [advertiser, campaign, mediaBuy] = [advertiserId ?? null, campaignId ?? null, mediaBuyId ?? null];
  const { rows } = await sql<ExistingEntities>`
    select
      exists (select from advertisers where customer_id = ${customerId} and advertiser_id = ${advertiser}) as advertiser,
      exists (select from campaigns where customer_id = ${customerId} and campaign_id = ${campaign}
        and advertiser_id = coalesce(${advertiser}, advertiser_id)) as campaign,
      exists (select from media_buys where customer_id = ${customerId} and media_buy_id = ${mediaBuy}
        and advertiser_id = coalesce(${advertiser}, advertiser_id)
        and campaign_id = coalesce(${campaign}, campaign_id)) as "mediaBuy"`.execute(db);
  return rows[0] ?? { advertiser: false, campaign: false, mediaBuy: false };
}

/** Each package's delivery in the period: in total or, with `byDay`, per day. At most `most` rows. */
export async function deliveredIn(
  db: Db,
  customerId: number,
  filter: Filter,
  { from, to }: Period,
  { byDay, most }: { readonly byDay: boolean; readonly most: number },
): Promise<Delivered[]> {
  let days = db.selectFrom("delivery_days").where("customer_id", "=", customerId);
  if (from !== null) days = days.where("day", ">=", from);
  if (to !== null) days = days.where("day", "<=", to);
  if (filter.advertiserId !== undefined) days = days.where("advertiser_id", "=", filter.advertiserId);
  if (filter.campaignId !== undefined) days = days.where("campaign_id", "=", filter.campaignId);
  if (filter.mediaBuyId !== undefined) days = days.where("media_buy_id", "=", filter.mediaBuyId);
  const grouped = days.groupBy(["media_buy_id", "package_id", "currency", "time_zone"]);
  return (byDay ? grouped.groupBy("day") : grouped)
    .select(({ fn, ref }) => [
      "media_buy_id as mediaBuyId",
      "package_id as packageId",
      "currency",
      "time_zone as timeZone",
      fn.min("day").as("firstDay"),
      fn.max("day").as("lastDay"),
      sql<number>`sum(${ref("impressions")})::float8`.as("impressions"),
      sql<number>`sum(${ref("clicks")})::float8`.as("clicks"),
      fn.sum<string>("spend").as("spend"),
      sql<number>`sum(${ref("views")})::float8`.as("views"),
      sql<number>`sum(${ref("completed_views")})::float8`.as("completedViews"),
      sql<number>`sum(${ref("conversions")})::float8`.as("conversions"),
      fn.sum<string>("conversion_value").as("conversionValue"),
      sql<boolean>`bool_and(${ref("final")})`.as("final"),
      fn.max("reported_at").as("reportedAt"),
    ])
    .limit(most)
    .execute();
}

/** The places of these buys. If the filter names a campaign or a buy, places without delivery are included. */
export async function placesOf(
  db: Db,
  customerId: number,
  { campaignId, mediaBuyId }: Filter,
  mediaBuyIds: readonly string[],
): Promise<DeliveryDimension[]> {
  const places = db
    .selectFrom("media_buys as b")
    .innerJoin("campaigns as c", (on) =>
      on.onRef("c.customer_id", "=", "b.customer_id").onRef("c.campaign_id", "=", "b.campaign_id"),
    )
    .innerJoin("advertisers as a", (on) =>
      on.onRef("a.customer_id", "=", "b.customer_id").onRef("a.advertiser_id", "=", "b.advertiser_id"),
    )
    .leftJoin("packages as p", (on) =>
      on.onRef("p.customer_id", "=", "b.customer_id").onRef("p.media_buy_id", "=", "b.media_buy_id"),
    )
    .where("b.customer_id", "=", customerId);
  const chosen =
    mediaBuyId !== undefined
      ? places.where("b.media_buy_id", "=", mediaBuyId)
      : campaignId !== undefined
        ? places.where("b.campaign_id", "=", campaignId)
        : places.where(sql<boolean>`b.media_buy_id = any(${mediaBuyIds})`);
  return chosen
    .select(({ fn, val }) => [
      "b.advertiser_id as advertiserId",
      "a.name as advertiserName",
      "b.campaign_id as campaignId",
      "c.name as campaignName",
      "b.media_buy_id as mediaBuyId",
      "b.name as mediaBuyName",
      "b.status as mediaBuyStatus",
      "b.sales_agent_name as sellerName",
      "p.package_id as packageId",
      fn.coalesce("p.position", val(0)).as("position"),
      "p.product_id as productId",
      "p.product_name as productName",
      "p.budget",
      "p.currency",
    ])
    .execute();
}
