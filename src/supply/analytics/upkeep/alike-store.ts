import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import { fromRunRow } from "../facts/rows.ts";
import { factsInFull } from "../facts/store.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Shop } from "../recording/shop.ts";

/** Runs like an earlier one that were recorded together, after each has become a run of its own. */
export interface ExpandedRun {
  readonly likeRunId: number;
  readonly createdAt: Date;
  readonly times: number;
}

/** The number of rows for one statement; each row stands for several runs. */
export const MOST_UNFOLDED = 100;

/**
 * Turns a batch of repetitions into runs with facts, which are marked as being in the sums; the caller has to add them.
 * A result shorter than the maximum means that there are no more.
 */
export async function unfoldRuns(db: Db, { customerId, storefrontId }: Shop): Promise<readonly ExpandedRun[]> {
  const { rows } = await sql<{ like_run_id: number; created_at: Date; times: number }>`
    select like_run_id, created_at, times from unfold_runs(${customerId}, ${storefrontId}, true, ${MOST_UNFOLDED})`.execute(
    db,
  );
  return rows.map((row) => ({ likeRunId: row.like_run_id, createdAt: row.created_at, times: row.times }));
}

/** The facts of runs, with the outcome of a run to which nothing has happened. */
export async function listFactsOf(
  db: Db,
  { customerId }: Shop,
  runIds: readonly number[],
): Promise<ReadonlyMap<number, RunRow>> {
  const rows = await db
    .selectFrom(factsInFull())
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`run_id = any(${runIds}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.run_id, fromRunRow({ ...row, outcome: null })]));
}

/** A storefront with recorded repetitions that have not been turned into runs. */
export interface WaitingShop extends Shop {
  /** Wall-clock time. */
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
