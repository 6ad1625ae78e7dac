import { sql } from "kysely";
import { type Db, type InstallationDb, type Row, storableJson } from "../../../ground/db/index.ts";
import type { ProductSearch } from "./product-search.ts";

type Owner = Pick<ProductSearch, "storefrontId" | "principal">;

/**
 * Returns false if the caller already has an open search for the same request. A concurrent insert for the same request
 * waits here.
 */
export async function insertSearch(db: Db, customerId: number, search: ProductSearch): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("product_searches")
    .values({
      customer_id: customerId,
      task_id: search.taskId,
      storefront_id: search.storefrontId,
      principal: search.principal,
      fingerprint: search.fingerprint,
      account: search.account && storableJson(search.account),
      request: storableJson(search.request),
      created_at: search.createdAt,
      ...progressOf(search),
    })
    .onConflict((conflict) =>
      // PostgreSQL can only use this partial index if the query contains its literals.
      conflict
        .columns(["customer_id", "storefront_id", "principal", "fingerprint"])
        .where("status", "=", sql.lit("open"))
        .doNothing(),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findOpenSearch(
  db: Db,
  customerId: number,
  owner: Owner,
  fingerprint: string,
): Promise<ProductSearch | undefined> {
  const row = await ofOwner(db, customerId, owner)
    .where("fingerprint", "=", fingerprint)
    .where("status", "=", "open")
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function findSearch(
  db: Db,
  customerId: number,
  owner: Owner,
  taskId: string,
): Promise<ProductSearch | undefined> {
  const row = await ofOwner(db, customerId, owner).where("task_id", "=", taskId).executeTakeFirst();
  return row && fromRow(row);
}

/** Newest first; no caller has more than `MOST_OPEN`. */
export async function listOpenSearches(db: Db, customerId: number, owner: Owner): Promise<ProductSearch[]> {
  const rows = await ofOwner(db, customerId, owner)
    .where("status", "=", "open")
    .orderBy("created_at", "desc")
    .limit(MOST_OPEN)
    .execute();
  return rows.map(fromRow);
}

/** The number of searches that one caller may have open at a time. */
export const MOST_OPEN = 50;

export async function countOpenSearches(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Owner,
): Promise<number> {
  const { count } = await db
    .selectFrom("product_searches")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("status", "=", "open")
    .executeTakeFirstOrThrow();
  return count;
}

export async function lockSearch(db: Db, customerId: number, taskId: string): Promise<ProductSearch | undefined> {
  const row = await db
    .selectFrom("product_searches")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("task_id", "=", taskId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveSearch(db: Db, customerId: number, search: ProductSearch): Promise<ProductSearch> {
  await db
    .updateTable("product_searches")
    .set(progressOf(search))
    .where("customer_id", "=", customerId)
    .where("task_id", "=", search.taskId)
    .execute();
  return search;
}

/** Deletes searches that are over. */
export async function deleteSearchesOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await db.deleteFrom("product_searches").where("status", "<>", "open").where("updated_at", "<", before).execute();
}

function ofOwner(db: Db, customerId: number, { storefrontId, principal }: Owner) {
  return db
    .selectFrom("product_searches")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal);
}

function progressOf({ status, result, attempts, fence, leaseUntil, updatedAt }: ProductSearch) {
  return {
    status,
    result: result && storableJson(result),
    attempts,
    fence,
    lease_until: leaseUntil,
    updated_at: updatedAt,
  };
}

function fromRow(row: Row<"product_searches">): ProductSearch {
  return {
    taskId: row.task_id,
    storefrontId: row.storefront_id,
    principal: row.principal,
    fingerprint: row.fingerprint,
    account: row.account as unknown as ProductSearch["account"],
    request: withDates(row.request as unknown as ProductSearch["request"]),
    status: row.status as ProductSearch["status"],
    result: row.result as unknown as ProductSearch["result"],
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** JSON has no dates, so they are stored as text. */
function withDates(stored: ProductSearch["request"]): ProductSearch["request"] {
  const { flight } = stored.request;
  if (!flight) return stored;
  const dates = { start: new Date(flight.start), end: new Date(flight.end) };
  return { ...stored, request: { ...stored.request, flight: dates } };
}
