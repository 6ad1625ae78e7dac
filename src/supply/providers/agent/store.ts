import { sql } from "kysely";
import { type Db, type Row, storableJson } from "../../../ground/db/index.ts";
import type { SellerError } from "../../../ground/seller-agent/index.ts";
import type { Plan, RemoteBuy } from "../contract/plan.ts";
import type { ReportRow } from "../contract/report.ts";
import type { PackageTerms, ProviderBuy } from "./buy.ts";

export interface ProviderSourceRef {
  readonly customerId: number;
  readonly inventorySourceId: number;
}

export interface StoredRequest {
  readonly digest: string;
  /** Null if the request was not for a media buy. */
  readonly mediaBuyId: string | null;
  readonly jobId: string | null;
}

export async function findRequest(db: Db, place: ProviderSourceRef, key: string): Promise<StoredRequest | undefined> {
  const row = await db
    .selectFrom("provider_requests")
    .select(["digest", "media_buy_id", "job_id"])
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("idempotency_key", "=", key)
    .executeTakeFirst();
  return row && { digest: row.digest, mediaBuyId: row.media_buy_id, jobId: row.job_id };
}

/** A concurrent request with the same key waits here. Returns false if the key is already used. */
export async function claimKey(
  db: Db,
  place: ProviderSourceRef,
  key: string,
  request: StoredRequest,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("provider_requests")
    .values({
      customer_id: place.customerId,
      inventory_source_id: place.inventorySourceId,
      idempotency_key: key,
      digest: request.digest,
      media_buy_id: request.mediaBuyId,
      job_id: request.jobId,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "inventory_source_id", "idempotency_key"]).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertBuy(db: Db, buy: ProviderBuy, at: Date): Promise<void> {
  await db
    .insertInto("provider_buys")
    .values({
      customer_id: buy.customerId,
      inventory_source_id: buy.inventorySourceId,
      media_buy_id: buy.mediaBuyId,
      connection_customer: buy.connectionCustomer,
      connection_id: buy.connectionId,
      account_id: buy.accountId,
      currency: buy.currency,
      time_zone: buy.timeZone,
      status: buy.status,
      plan: storableJson(buy.plan),
      terms: storableJson(buy.terms),
      created_at: at,
      updated_at: at,
    })
    .execute();
}

export async function listBuys(
  db: Db,
  place: ProviderSourceRef,
  mediaBuyIds: readonly string[],
): Promise<ProviderBuy[]> {
  const rows = await buys(db, place)
    .where(sql<boolean>`media_buy_id = any(${[...mediaBuyIds]}::text[])`)
    .orderBy("media_buy_id")
    .execute();
  return rows.map(fromRow);
}

export async function lockBuy(db: Db, place: ProviderSourceRef, mediaBuyId: string): Promise<ProviderBuy | undefined> {
  const row = await buys(db, place).where("media_buy_id", "=", mediaBuyId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function saveBuy(db: Db, buy: ProviderBuy, at: Date): Promise<void> {
  await db
    .updateTable("provider_buys")
    .set({
      status: buy.status,
      reason: buy.reason && storableJson(buy.reason),
      plan: storableJson(buy.plan),
      mirror: buy.mirror && storableJson(buy.mirror),
      reported_at: buy.reportedAt,
      finalized_through: buy.finalizedThrough,
      read_at: buy.readAt,
      updated_at: at,
    })
    .where("customer_id", "=", buy.customerId)
    .where("inventory_source_id", "=", buy.inventorySourceId)
    .where("media_buy_id", "=", buy.mediaBuyId)
    .execute();
}

export interface StoredDay extends Omit<ReportRow, "packageRemoteId"> {
  readonly mediaBuyId: string;
  readonly packageId: string;
}

/** A day that is reported again replaces the earlier report. */
export async function saveDays(db: Db, place: ProviderSourceRef, days: readonly StoredDay[], at: Date): Promise<void> {
  if (days.length === 0) return;
  await db
    .insertInto("provider_days")
    .values(
      days.map((day) => ({
        customer_id: place.customerId,
        inventory_source_id: place.inventorySourceId,
        media_buy_id: day.mediaBuyId,
        package_id: day.packageId,
        day: day.day,
        impressions: day.impressions,
        clicks: day.clicks,
        spend: day.spend,
        views: day.views,
        completed_views: day.completedViews,
        conversions: day.conversions,
        conversion_value: day.conversionValue ?? null,
        reported_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "inventory_source_id", "media_buy_id", "package_id", "day"])
        .doUpdateSet((day) => ({
          impressions: day.ref("excluded.impressions"),
          clicks: day.ref("excluded.clicks"),
          spend: day.ref("excluded.spend"),
          views: day.ref("excluded.views"),
          completed_views: day.ref("excluded.completed_views"),
          conversions: day.ref("excluded.conversions"),
          conversion_value: day.ref("excluded.conversion_value"),
          reported_at: day.ref("excluded.reported_at"),
        })),
    )
    .execute();
}

export async function listDays(
  db: Db,
  place: ProviderSourceRef,
  asked: { readonly mediaBuyIds: readonly string[]; readonly startDay: string; readonly endDay: string },
): Promise<StoredDay[]> {
  const rows = await db
    .selectFrom("provider_days")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where(sql<boolean>`media_buy_id = any(${[...asked.mediaBuyIds]}::text[])`)
    .where("day", ">=", asked.startDay)
    .where("day", "<=", asked.endDay)
    .orderBy("day")
    .orderBy("package_id")
    .execute();
  return rows.map((row) => ({
    mediaBuyId: row.media_buy_id,
    packageId: row.package_id,
    day: row.day,
    impressions: row.impressions,
    clicks: row.clicks,
    spend: row.spend,
    views: row.views,
    completedViews: row.completed_views,
    conversions: row.conversions,
    ...(row.conversion_value !== null && { conversionValue: row.conversion_value }),
  }));
}

function buys(db: Db, place: ProviderSourceRef) {
  return db
    .selectFrom("provider_buys")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId);
}

function fromRow(row: Row<"provider_buys">): ProviderBuy {
  return {
    customerId: row.customer_id,
    inventorySourceId: row.inventory_source_id,
    mediaBuyId: row.media_buy_id,
    connectionCustomer: row.connection_customer,
    connectionId: row.connection_id,
    accountId: row.account_id,
    currency: row.currency,
    timeZone: row.time_zone,
    status: row.status as ProviderBuy["status"],
    reason: row.reason as unknown as SellerError | null,
    plan: row.plan as unknown as Plan,
    mirror: row.mirror as unknown as RemoteBuy | null,
    terms: row.terms as unknown as readonly PackageTerms[],
    reportedAt: row.reported_at,
    finalizedThrough: row.finalized_through,
    readAt: row.read_at,
  };
}
