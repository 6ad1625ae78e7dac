import { sql } from "kysely";
import { type Db, type Row, storableJson } from "../../../ground/db/index.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { TaskCreative } from "../modules/module.ts";
import type { Buy, BuyPackage } from "./buy.ts";

export interface AnsweredRequest {
  readonly digest: string;
  readonly outcome: MediaBuyOutcome;
}

export async function findRequest(db: Db, place: ModularSourceRef, key: string): Promise<AnsweredRequest | undefined> {
  const row = await db
    .selectFrom("modular_requests")
    .select(["digest", "outcome"])
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("idempotency_key", "=", key)
    .executeTakeFirst();
  return row && { digest: row.digest, outcome: row.outcome as unknown as MediaBuyOutcome };
}

/** A concurrent request with the same key waits here, and then finds the answer. Returns false if there is one. */
export async function claimKey(
  db: Db,
  place: ModularSourceRef,
  key: string,
  digest: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("modular_requests")
    .values({
      customer_id: place.customerId,
      inventory_source_id: place.inventorySourceId,
      idempotency_key: key,
      digest,
      outcome: "{}",
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "inventory_source_id", "idempotency_key"]).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveOutcome(
  db: Db,
  place: ModularSourceRef,
  key: string,
  outcome: MediaBuyOutcome,
): Promise<void> {
  await db
    .updateTable("modular_requests")
    .set({ outcome: storableJson(outcome) })
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("idempotency_key", "=", key)
    .execute();
}

/** A refused request may be repeated under the same key, because there may be more to sell by then. */
export async function freeKey(db: Db, place: ModularSourceRef, key: string): Promise<void> {
  await db
    .deleteFrom("modular_requests")
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("idempotency_key", "=", key)
    .execute();
}

export async function insertBuy(db: Db, place: ModularSourceRef, buy: Buy, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("modular_buys")
    .values({
      customer_id: place.customerId,
      inventory_source_id: place.inventorySourceId,
      media_buy_id: buy.mediaBuyId,
      name: buy.name,
      buyer_customer_id: buy.buyerCustomerId,
      buyer_name: buy.buyerName,
      flight_start: buy.start,
      flight_end: buy.end,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "inventory_source_id", "media_buy_id"]).doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) return false;
  await db
    .insertInto("modular_packages")
    .values(
      buy.packages.map((part, position) => ({
        customer_id: place.customerId,
        package_id: part.packageId,
        inventory_source_id: place.inventorySourceId,
        media_buy_id: buy.mediaBuyId,
        position,
        buyer_ref: part.buyerRef,
        product_id: part.productId,
        pricing_option_id: part.pricingOptionId,
        currency: part.currency,
        cpm: part.cpm,
        ...changing(part),
      })),
    )
    .execute();
  return true;
}

export async function updateBuy(db: Db, place: ModularSourceRef, buy: Buy, at: Date): Promise<void> {
  await db
    .updateTable("modular_buys")
    .set({
      flight_start: buy.start,
      flight_end: buy.end,
      paused: buy.paused,
      canceled_at: buy.canceledAt,
      rejected_reason: buy.rejectedReason,
      revision: buy.revision,
      updated_at: at,
    })
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("media_buy_id", "=", buy.mediaBuyId)
    .execute();
  for (const part of buy.packages)
    await db
      .updateTable("modular_packages")
      .set(changing(part))
      .where("customer_id", "=", place.customerId)
      .where("package_id", "=", part.packageId)
      .execute();
}

function changing(part: BuyPackage) {
  return {
    budget: part.budget,
    impressions: part.impressions,
    start_time: part.start,
    end_time: part.end,
    paused: part.paused,
    canceled: part.canceled,
    creatives: storableJson(part.creatives),
  };
}

export async function listBuys(db: Db, place: ModularSourceRef, mediaBuyIds: readonly string[]): Promise<Buy[]> {
  const ids = [...mediaBuyIds];
  const rows = await db
    .selectFrom("modular_buys")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where((buy) => buy("media_buy_id", "=", buy.fn.any(buy.val(ids))))
    .execute();
  return withPackages(db, place, rows);
}

/** Locks the buy: the next change waits for this transaction. */
export async function lockBuy(db: Db, place: ModularSourceRef, mediaBuyId: string): Promise<Buy | undefined> {
  const rows = await db
    .selectFrom("modular_buys")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("media_buy_id", "=", mediaBuyId)
    .forUpdate()
    .execute();
  const [buy] = await withPackages(db, place, rows);
  return buy;
}

async function withPackages(db: Db, place: ModularSourceRef, rows: readonly Row<"modular_buys">[]): Promise<Buy[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ media_buy_id }) => media_buy_id);
  const packages = await db
    .selectFrom("modular_packages")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where((part) => part("media_buy_id", "=", part.fn.any(part.val(ids))))
    .orderBy("position")
    .execute();
  return rows.map((row) =>
    fromRow(
      row,
      packages.filter(({ media_buy_id }) => media_buy_id === row.media_buy_id),
    ),
  );
}

export interface DeliveredDay {
  readonly mediaBuyId: string;
  readonly packageId: string;
  readonly day: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly spend: string;
  readonly views: number;
  readonly completedViews: number;
}

/** By package and day. A package booked on several avails delivered the sum of what they delivered. */
export async function listDelivery(
  db: Db,
  place: ModularSourceRef,
  { mediaBuyIds, startDay, endDay }: { readonly mediaBuyIds: readonly string[]; startDay: string; endDay: string },
): Promise<DeliveredDay[]> {
  const rows = await db
    .selectFrom("modular_bookings")
    .innerJoin("modular_delivery", (join) =>
      join
        .onRef("modular_delivery.customer_id", "=", "modular_bookings.customer_id")
        .onRef("modular_delivery.booking_id", "=", "modular_bookings.booking_id"),
    )
    .select([
      "media_buy_id",
      "package_id",
      "day",
      sql<number>`sum(impressions)::bigint`.as("impressions"),
      sql<number>`sum(clicks)::bigint`.as("clicks"),
      sql<string>`sum(spend)`.as("spend"),
      sql<number>`sum(views)::bigint`.as("views"),
      sql<number>`sum(completed_views)::bigint`.as("completed_views"),
    ])
    .where("modular_bookings.customer_id", "=", place.customerId)
    .where("modular_bookings.inventory_source_id", "=", place.inventorySourceId)
    .where((one) => one("media_buy_id", "=", one.fn.any(one.val([...mediaBuyIds]))))
    .where("package_id", "is not", null)
    .where("day", ">=", startDay)
    .where("day", "<=", endDay)
    .groupBy(["media_buy_id", "package_id", "day"])
    .orderBy("media_buy_id")
    .orderBy("package_id")
    .orderBy("day")
    .execute();
  return rows.map((row) => ({
    mediaBuyId: row.media_buy_id,
    packageId: row.package_id ?? "",
    day: row.day,
    impressions: row.impressions,
    clicks: row.clicks,
    spend: row.spend,
    views: row.views,
    completedViews: row.completed_views,
  }));
}

function fromRow(row: Row<"modular_buys">, packages: readonly Row<"modular_packages">[]): Buy {
  return {
    mediaBuyId: row.media_buy_id,
    name: row.name,
    buyerCustomerId: row.buyer_customer_id,
    buyerName: row.buyer_name,
    start: row.flight_start,
    end: row.flight_end,
    paused: row.paused,
    canceledAt: row.canceled_at,
    rejectedReason: row.rejected_reason,
    revision: row.revision,
    packages: packages.map((part) => ({
      packageId: part.package_id,
      buyerRef: part.buyer_ref,
      productId: part.product_id,
      pricingOptionId: part.pricing_option_id,
      budget: part.budget,
      currency: part.currency,
      cpm: part.cpm,
      impressions: part.impressions,
      start: part.start_time,
      end: part.end_time,
      paused: part.paused,
      canceled: part.canceled,
      creatives: part.creatives as unknown as TaskCreative[],
    })),
  };
}
