import { sql } from "kysely";
import type { Db, InstallationDb } from "../db.ts";
import { type LogPosition, positionIn } from "./lag.ts";

/** Where the primary's log ends: what is committed by now stands before it. */
export async function endOfLog(db: Db): Promise<LogPosition> {
  const { rows } = await sql<{ position: string }>`select pg_current_wal_insert_lsn()::text as position`.execute(db);
  return positionIn(rows[0]?.position ?? "0/0");
}

/** Up to where a replica has replayed the primary's log; null where it is none, or none any more. */
export async function replayedByReplica(db: Db): Promise<LogPosition | null> {
  const { rows } = await sql<{ position: string | null }>`
    select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as position`.execute(db);
  const position = rows[0]?.position ?? null;
  return position === null ? null : positionIn(position);
}

/** Notes after which position each customer has written, for the other processes. */
export async function recordWritesOfAllCustomers(
  db: InstallationDb,
  writes: ReadonlyMap<number, LogPosition>,
): Promise<void> {
  await sql`
    insert into last_writes (customer_id, position)
    select * from unnest(${[...writes.keys()]}::bigint[], ${[...writes.values()].map(String)}::numeric[])
    on conflict (customer_id) do update set position = greatest(last_writes.position, excluded.position)`.execute(db);
}

/** After which position a customer has last written, through whichever process. */
export async function findLastWrite(db: Db, customerId: number): Promise<LogPosition | null> {
  const row = await db
    .selectFrom("last_writes")
    .select("position")
    .where("customer_id", "=", customerId)
    .executeTakeFirst();
  return row ? BigInt(row.position) : null;
}
