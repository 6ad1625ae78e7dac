import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { ListedMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { FoundBuy, FoundState, Reconciliation, ReconciliationState } from "./reconciliation.ts";

/** The reconciliations of sources since a backup was last restored; a source that was not affected has none. */
export async function listReconciliations(
  db: Db,
  customerId: number,
  inventorySourceIds?: readonly number[],
): Promise<Reconciliation[]> {
  let asked = db
    .selectFrom("source_reconciliations as r")
    .innerJoin("inventory_sources as source", (join) =>
      join
        .onRef("source.customer_id", "=", "r.customer_id")
        .onRef("source.inventory_source_id", "=", "r.inventory_source_id"),
    )
    .selectAll("r")
    .select(["source.source_id", "source.name"])
    .where("r.customer_id", "=", customerId);
  if (inventorySourceIds) asked = asked.where(sql<boolean>`r.inventory_source_id = any(${[...inventorySourceIds]})`);
  const rows = await asked.orderBy("r.inventory_source_id").execute();
  if (rows.length === 0) return [];
  const found = await listFound(
    db,
    customerId,
    rows.map((row) => row.inventory_source_id),
  );
  return rows.map((row) => ({
    inventorySourceId: row.inventory_source_id,
    sourceId: row.source_id,
    sourceName: row.name,
    state: row.state as ReconciliationState,
    restoredTo: row.restored_to,
    message: row.message,
    comparedAt: row.compared_at,
    found: found.get(row.inventory_source_id) ?? [],
  }));
}

/** Whether any of these sources is still closed to new purchases: `isShut` in SQL. */
export function isAnyShut(customerId: number, inventorySourceIds: readonly number[]) {
  return sql<boolean>`exists (
    select from source_reconciliations r
    where r.customer_id = ${customerId} and r.inventory_source_id = any(${inventorySourceIds}::bigint[])
      and (r.state <> 'COMPARED' or exists (
        select from found_media_buys f
        where f.customer_id = ${customerId} and f.inventory_source_id = r.inventory_source_id and f.state = 'OPEN')))`;
}

async function listFound(db: Db, customerId: number, ids: readonly number[]): Promise<ReadonlyMap<number, FoundBuy[]>> {
  const rows = await db
    .selectFrom("found_media_buys")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`inventory_source_id = any(${[...ids]})`)
    .orderBy("seller_media_buy_id")
    .execute();
  const bySource = Map.groupBy(rows, (row) => row.inventory_source_id);
  return new Map([...bySource].map(([id, some]) => [id, some.map(fromRow)]));
}

/** Locked until the transaction ends, so that of two orders that match the same found buy only one gets it. */
export async function lockReconciliations(db: Db, customerId: number, ids: readonly number[]): Promise<void> {
  await db
    .selectFrom("source_reconciliations")
    .select("inventory_source_id")
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`inventory_source_id = any(${[...ids]})`)
    .orderBy("inventory_source_id")
    .forUpdate()
    .execute();
}

/** Those of a source's buy ids that the storefront does not know. */
export async function unknownBuys(
  db: Db,
  customerId: number,
  inventorySourceId: number,
  listed: readonly ListedMediaBuy[],
): Promise<ListedMediaBuy[]> {
  const refs = listed.flatMap(({ packages }) => packages.flatMap(({ buyerRef }) => buyerRef ?? []));
  const { rows } = await sql<{ id: string }>`
    select seller_media_buy_id as id from order_legs
    where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId}
      and seller_media_buy_id = any(${listed.map(({ mediaBuyId }) => mediaBuyId)}::text[])
    union all
    select task_id from order_legs
    where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId}
      and task_id = any(${listed.flatMap(({ taskId }) => taskId ?? [])}::text[])
    union all
    select package_id from order_packages where customer_id = ${customerId} and package_id = any(${refs}::text[])`.execute(
    db,
  );
  const known = new Set(rows.map(({ id }) => id));
  return listed.filter(
    ({ mediaBuyId, taskId, packages }) =>
      !known.has(mediaBuyId) &&
      !(taskId !== null && known.has(taskId)) &&
      !packages.some(({ buyerRef }) => buyerRef !== null && known.has(buyerRef)),
  );
}

/** Whether the source has booked something, and never took time for a decision. */
export async function alwaysDecidedAtOnce(db: Db, customerId: number, inventorySourceId: number): Promise<boolean> {
  const { rows } = await sql<{ atOnce: boolean | null }>`
    select bool_or(state = 'booked') and not bool_or(task_id is not null
        or history @> '[{"state": "submitted"}]' or history @> '[{"state": "input_required"}]') as "atOnce"
    from order_legs where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId}`.execute(db);
  return rows[0]?.atOnce === true;
}

interface ReconciliationRef {
  readonly customerId: number;
  readonly inventorySourceId: number;
}

export async function insertFound(
  db: Db,
  { customerId, inventorySourceId }: ReconciliationRef,
  found: readonly { readonly mediaBuy: ListedMediaBuy; readonly accountIdentifier: string | null }[],
  at: Date,
): Promise<void> {
  if (found.length === 0) return;
  await db
    .insertInto("found_media_buys")
    .values(
      found.map(({ mediaBuy, accountIdentifier }) => ({
        customer_id: customerId,
        inventory_source_id: inventorySourceId,
        seller_media_buy_id: mediaBuy.mediaBuyId,
        state: "OPEN",
        media_buy: JSON.stringify(mediaBuy),
        account_identifier: accountIdentifier,
        found_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function saveReconciliation(
  db: Db,
  { customerId, inventorySourceId }: ReconciliationRef,
  now: { state: ReconciliationState; message: string | null; comparedAt: Date | null },
): Promise<void> {
  await db
    .updateTable("source_reconciliations")
    .set({ state: now.state, message: now.message, compared_at: now.comparedAt })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

export async function saveFoundState(
  db: Db,
  { customerId, inventorySourceId }: ReconciliationRef,
  sellerMediaBuyIds: readonly string[],
  now: { state: FoundState; legId: string | null; decidedAt: Date; decidedBy: number | null },
): Promise<void> {
  await db
    .updateTable("found_media_buys")
    .set({ state: now.state, leg_id: now.legId, decided_at: now.decidedAt, decided_by: now.decidedBy })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where(sql<boolean>`seller_media_buy_id = any(${[...sellerMediaBuyIds]})`)
    .where("state", "=", "OPEN")
    .execute();
}

/** Claims what is due now; each reconciliation becomes due again later, as if nobody answered. */
export async function claimDueOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<readonly ReconciliationRef[]> {
  const due = await db
    .selectFrom("source_reconciliations")
    .select(["customer_id", "inventory_source_id", "attempts"])
    .where("state", "=", "WAITING")
    .where("next_at", "<=", wall)
    .orderBy("next_at")
    .limit(limit)
    .execute();
  if (due.length === 0) return [];
  const again = due.map((one) => ({ ...one, next_at: after(wall, Math.min(one.attempts + 1, 30) * MINUTE_MS) }));
  // Of two processes that found the same one, only one counts the attempt.
  const { rows } = await sql<ReconciliationRef>`
    update source_reconciliations r set attempts = r.attempts + 1, next_at = due.next_at
    from jsonb_to_recordset(${JSON.stringify(again)}::jsonb)
      as due (customer_id bigint, inventory_source_id bigint, attempts integer, next_at timestamptz)
    where r.customer_id = due.customer_id and r.inventory_source_id = due.inventory_source_id
      and r.state = 'WAITING' and r.attempts = due.attempts
    returning r.customer_id as "customerId", r.inventory_source_id as "inventorySourceId"`.execute(db);
  return rows;
}

/** The customers that have credentials for an agent. */
export async function customersWithKeysFor(db: InstallationDb, agentId: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("credentials")
    .select("customer_id")
    .distinct()
    .where("agent_id", "=", agentId)
    .where("status", "=", "ACTIVE")
    .execute();
  return rows.map(({ customer_id }) => customer_id);
}

function fromRow(row: Row<"found_media_buys">): FoundBuy {
  // Only insertFound writes this column, in this shape; times are text in JSON.
  const stored = row.media_buy as unknown as Omit<ListedMediaBuy, "taskId"> & Partial<Pick<ListedMediaBuy, "taskId">>;
  // A row from before tasks were requested has no task id.
  const { taskId = null } = stored;
  const time = (told: Date | null) => (told === null ? null : new Date(told));
  return {
    state: row.state as FoundState,
    mediaBuy: {
      ...stored,
      createdAt: time(stored.createdAt),
      start: time(stored.start),
      end: time(stored.end),
      taskId,
    },
    accountIdentifier: row.account_identifier,
    legId: row.leg_id,
  };
}
