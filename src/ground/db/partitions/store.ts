import { sql } from "kysely";
import type { InstallationDb } from "../db.ts";

/** The tables that are partitioned by time (migration 0163). */
type Partitioned = "delivery_reports" | "intelligence_runs" | "request_log";

/** Drops a table's partitions from before this time, each a week or a day, and creates those for the weeks to come. */
export async function maintainPartitionsOfAllCustomers(
  db: InstallationDb,
  table: Partitioned,
  before: Date,
): Promise<void> {
  await sql`select keep_partitions(${table}, ${before})`.execute(db);
}
