import { type Db, type InstallationDb, storableJson } from "../../../ground/db/index.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { ModularSourceRef } from "../modular-source.ts";

/** The prices promised with a hold. Its impressions are bookings under the hold's id. */
export interface PriceHold {
  readonly holdId: string;
  /** CPMs, by product id. */
  readonly prices: Readonly<Record<string, Decimal>>;
  readonly expiresAt: Date;
}

export async function insertHold(db: Db, place: ModularSourceRef, hold: PriceHold, at: Date): Promise<void> {
  await db
    .insertInto("modular_holds")
    .values({
      customer_id: place.customerId,
      inventory_source_id: place.inventorySourceId,
      hold_id: hold.holdId,
      prices: storableJson(hold.prices),
      expires_at: hold.expiresAt,
      created_at: at,
    })
    .execute();
}

export async function findHold(db: Db, place: ModularSourceRef, holdId: string): Promise<PriceHold | undefined> {
  const row = await db
    .selectFrom("modular_holds")
    .select(["prices", "expires_at"])
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("hold_id", "=", holdId)
    .executeTakeFirst();
  return row && { holdId, prices: row.prices as unknown as PriceHold["prices"], expiresAt: row.expires_at };
}

export async function deleteHold(db: Db, place: ModularSourceRef, holdId: string): Promise<void> {
  await db
    .deleteFrom("modular_holds")
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("hold_id", "=", holdId)
    .execute();
}

export async function deleteHoldsOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await db.deleteFrom("modular_holds").where("expires_at", "<", before).execute();
}
