import { sql } from "kysely";
import type { InstallationDb } from "../db.ts";

/** The tables that lie in partitions by time (migration 0163). */
type Partitioned = "delivery_reports" | "intelligence_runs" | "request_log";

/** Drops what a table has of the time before, a week or a day at once, and has it ready for the rows of the weeks to come. */
export async function maintainPartitionsOfAllCustomers(
  db: InstallationDb,
  table: Partitioned,
  before: Date,
): Promise<void> {
  await sql`select keep_partitions(${table}, ${before})`.execute(db);
}
