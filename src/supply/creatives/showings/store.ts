import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import type { CreativeOutcome } from "../../../ground/seller-agent/index.ts";
import type { BuyerOfStorefront } from "../../orders/creatives/index.ts";
import type { LibraryCreative } from "../library/library-creative.ts";
import { fromRow as fromCreativeRow } from "../library/store.ts";
import type { Assigned, OwnPackage } from "./assignments.ts";
import type { Showing } from "./showing.ts";

/** Those of the packages that belong to the buyer at this storefront. */
export async function findOwnPackages(
  db: Db,
  customerId: number,
  { storefrontId, principal }: BuyerOfStorefront,
  packageIds: readonly string[],
): Promise<OwnPackage[]> {
  const rows = await db
    .selectFrom("order_packages as part")
    .innerJoin("orders", (join) =>
      join.onRef("orders.customer_id", "=", "part.customer_id").onRef("orders.order_id", "=", "part.order_id"),
    )
    .select(["part.package_id", "part.order_id"])
    .where("part.customer_id", "=", customerId)
    .where(sql<boolean>`part.package_id = any(${packageIds})`)
    .where("orders.storefront_id", "=", storefrontId)
    .where("orders.buyer_principal", "=", principal)
    .execute();
  return rows.map((row) => ({ packageId: row.package_id, orderId: row.order_id }));
}

/** The orders that show any of these creatives. */
export async function listOrdersShowing(
  db: Db,
  customerId: number,
  libraryCreativeIds: readonly number[],
): Promise<string[]> {
  const rows = await db
    .selectFrom("creative_assignments")
    .select("order_id")
    .distinct()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`library_creative_id = any(${libraryCreativeIds})`)
    .execute();
  return rows.map((row) => row.order_id);
}

/**
 * Marks these orders as changed. Must be called before their assignments are changed: recording a source's response
 * also locks the order before its assignments, so the two cannot deadlock.
 */
export async function openShowings(db: Db, customerId: number, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await db
    .insertInto("creative_showings")
    .values(orderIds.toSorted().map((orderId) => ({ customer_id: customerId, order_id: orderId })))
    .onConflict((conflict) => conflict.columns(["customer_id", "order_id"]).doUpdateSet({ is_open: true, attempts: 0 }))
    .execute();
}

/** Returns the orders with a package that now shows something new. */
export async function assign(db: Db, customerId: number, assigned: readonly Assigned[], at: Date): Promise<string[]> {
  const values = assigned.flatMap(({ packageId, orderId, libraryCreativeIds }) =>
    libraryCreativeIds.map((libraryCreativeId) => ({
      customer_id: customerId,
      package_id: packageId,
      library_creative_id: libraryCreativeId,
      order_id: orderId,
      assigned_at: at,
    })),
  );
  if (values.length === 0) return [];
  const added = await db
    .insertInto("creative_assignments")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning("order_id")
    .execute();
  return added.map((row) => row.order_id);
}

/** Removes everything else from the packages; returns the orders with a package that now shows less. */
export async function unassignOthers(db: Db, customerId: number, assigned: readonly Assigned[]): Promise<string[]> {
  const orderIds: string[] = [];
  for (const { packageId, libraryCreativeIds } of assigned) {
    const taken = await db
      .deleteFrom("creative_assignments")
      .where("customer_id", "=", customerId)
      .where("package_id", "=", packageId)
      .where(sql<boolean>`library_creative_id <> all(${libraryCreativeIds})`)
      .returning("order_id")
      .execute();
    orderIds.push(...taken.map((row) => row.order_id));
  }
  return orderIds;
}

/** Counts a change of assignments, which is part of an order's revision. */
export async function countAssignmentChange(db: Db, customerId: number, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await db
    .updateTable("orders")
    .set({ assignment_changes: sql<number>`assignment_changes + 1` })
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`order_id = any(${orderIds})`)
    .execute();
}

export async function unassignCreatives(db: Db, customerId: number, ids: readonly number[]): Promise<void> {
  await db
    .deleteFrom("creative_assignments")
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`library_creative_id = any(${ids})`)
    .execute();
}

export interface AssignedCreative {
  readonly packageId: string;
  readonly creative: LibraryCreative;
}

/** What the packages of an order are to show, as stored in the library. */
export async function listAssigned(db: Db, customerId: number, orderId: string): Promise<AssignedCreative[]> {
  const rows = await db
    .selectFrom("creative_assignments as assigned")
    .innerJoin("library_creatives as creative", (join) =>
      join
        .onRef("creative.customer_id", "=", "assigned.customer_id")
        .onRef("creative.library_creative_id", "=", "assigned.library_creative_id"),
    )
    .selectAll("creative")
    .select("assigned.package_id")
    .where("assigned.customer_id", "=", customerId)
    .where("assigned.order_id", "=", orderId)
    .orderBy("creative.library_creative_id")
    .execute();
  return rows.map((row) => ({ packageId: row.package_id, creative: fromCreativeRow(row) }));
}

/** Locked until the transaction ends. */
export async function lockShowing(db: Db, customerId: number, orderId: string): Promise<Showing | undefined> {
  const row = await showings(db, customerId, [orderId]).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function listShowings(db: Db, customerId: number, orderIds: readonly string[]): Promise<Showing[]> {
  return (await showings(db, customerId, orderIds).execute()).map(fromRow);
}

/** Those of the orders with a source that has still to be notified, or to decide. */
export async function listOpenShowings(db: Db, customerId: number, orderIds: readonly string[]): Promise<string[]> {
  const rows = await showings(db, customerId, orderIds).where("is_open", "=", true).execute();
  return rows.map((row) => row.order_id);
}

function showings(db: Db, customerId: number, orderIds: readonly string[]) {
  return db
    .selectFrom("creative_showings")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`order_id = any(${orderIds})`);
}

export async function saveShowing(db: Db, customerId: number, showing: Showing): Promise<void> {
  await db
    .updateTable("creative_showings")
    .set({
      number: showing.number,
      digest: showing.digest,
      is_open: showing.isOpen,
      outcomes: showing.outcomes && JSON.stringify(showing.outcomes),
      error: showing.error,
      attempts: showing.attempts,
      fence: showing.fence,
      lease_until: showing.leaseUntil,
    })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", showing.orderId)
    .execute();
}

/** Stores why an order's sources do not show a creative, and clears the reason for creatives that they do show. */
export async function recordRefusals(
  db: Db,
  customerId: number,
  orderId: string,
  outcomes: readonly CreativeOutcome[],
): Promise<void> {
  const refused = outcomes.filter(({ outcome }) => outcome === "failed");
  const reasons = Object.fromEntries(refused.map(({ creativeId, message }) => [creativeId, message]));
  await sql`
    update creative_assignments set error = ${JSON.stringify(reasons)}::jsonb ->> creative.creative_id
    from library_creatives creative
    where creative_assignments.customer_id = ${customerId} and creative_assignments.order_id = ${orderId}
      and creative.customer_id = creative_assignments.customer_id
      and creative.library_creative_id = creative_assignments.library_creative_id`.execute(db);
}

export interface Refused {
  readonly creativeId: string;
  readonly packageId: string;
  readonly message: string;
}

/** Creatives that are assigned but that the sources of these orders do not show. */
export async function listRefused(db: Db, customerId: number, orderIds: readonly string[]): Promise<Refused[]> {
  const rows = await db
    .selectFrom("creative_assignments as assigned")
    .innerJoin("library_creatives as creative", (join) =>
      join
        .onRef("creative.customer_id", "=", "assigned.customer_id")
        .onRef("creative.library_creative_id", "=", "assigned.library_creative_id"),
    )
    .select(["creative.creative_id", "assigned.package_id", "assigned.error"])
    .where("assigned.customer_id", "=", customerId)
    .where(sql<boolean>`assigned.order_id = any(${orderIds})`)
    .where("assigned.error", "is not", null)
    .execute();
  return rows.map((row) => ({ creativeId: row.creative_id, packageId: row.package_id, message: row.error ?? "" }));
}

function fromRow(row: Row<"creative_showings">): Showing {
  return {
    orderId: row.order_id,
    number: row.number,
    digest: row.digest,
    isOpen: row.is_open,
    outcomes: row.outcomes as CreativeOutcome[] | null,
    error: row.error,
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
  };
}
