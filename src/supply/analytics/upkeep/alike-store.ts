import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import { fromRunRow } from "../facts/rows.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Shop } from "../recording/shop.ts";

/** Runs like an earlier one that were recorded together, once each is a run of its own. */
export interface Unfolded {
  readonly likeRunId: number;
  readonly createdAt: Date;
  readonly times: number;
}

/** In one statement: as many rows, each of several runs. */
export const MOST_UNFOLDED = 100;

/** Makes some into runs with facts that the sums have; the caller adds them. If there are fewer than the most, there are no more. */
export async function unfoldRuns(db: Db, { customerId, storefrontId }: Shop): Promise<readonly Unfolded[]> {
  const { rows } = await sql<{ like_run_id: number; created_at: Date; times: number }>`
    select like_run_id, created_at, times from unfold_runs(${customerId}, ${storefrontId}, true, ${MOST_UNFOLDED})`.execute(
    db,
  );
  return rows.map((row) => ({ likeRunId: row.like_run_id, createdAt: row.created_at, times: row.times }));
}

/** The facts of runs, as of runs to which nothing has happened. */
export async function listFactsOf(
  db: Db,
  { customerId }: Shop,
  runIds: readonly number[],
): Promise<ReadonlyMap<number, RunRow>> {
  const rows = await db
    .selectFrom("run_facts")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`run_id = any(${runIds}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.run_id, fromRunRow({ ...row, outcome: null })]));
}

/** A storefront of which something was recorded that nobody has made into runs. */
export interface WaitingShop extends Shop {
  /** By the wall. */
  readonly since: Date;
}

export async function findWaitingShop(db: Db, customerId: number, until: Date): Promise<WaitingShop | undefined> {
  const row = await waitingShops(db, until).where("customer_id", "=", customerId).executeTakeFirst();
  return row && fromRow(row);
}

export async function listWaitingShopsOfAllCustomers(
  db: InstallationDb,
  until: Date,
  limit: number,
): Promise<WaitingShop[]> {
  return (await waitingShops(db, until).limit(limit).execute()).map(fromRow);
}

function waitingShops(db: Db, until: Date) {
  return db
    .selectFrom("runs_alike")
    .select(({ fn }) => ["customer_id", "storefront_id", fn.min("recorded_at").as("since")])
    .where("recorded_at", "<=", until)
    .groupBy(["customer_id", "storefront_id"])
    .orderBy("since");
}

function fromRow(row: { customer_id: number; storefront_id: number; since: Date }): WaitingShop {
  return { customerId: row.customer_id, storefrontId: row.storefront_id, since: row.since };
}
