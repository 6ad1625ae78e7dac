import { sql } from "kysely";
import type { InstallationDb } from "../../../ground/db/index.ts";

/** One limit: how long each call takes of it, and how many may come at once. */
export interface Limit {
  readonly key: string;
  readonly intervalMs: number;
  readonly burst: number;
}

/**
 * Takes a turn under a limit and answers in how many ms it comes; nothing where that is later than `mostMs`, and then no turn
 * is taken. All processes share the row (GCRA: it holds when the limit would be empty), so turns come in the order of asking.
 */
export async function takeTurn(
  db: InstallationDb,
  { key, intervalMs, burst }: Limit,
  cost: number,
  wall: Date,
  mostMs: number,
): Promise<number | undefined> {
  const spent = intervalMs * cost;
  const allowance = intervalMs * (burst - 1);
  const rows = await sql<{ readonly free_at: Date }>`
    insert into provider_limits as known (limit_key, free_at)
    values (${key}, ${wall}::timestamptz + make_interval(secs => ${spent / 1_000}::float8))
    on conflict (limit_key) do update
      set free_at = greatest(known.free_at, ${wall}::timestamptz) + make_interval(secs => ${spent / 1_000}::float8)
      where known.free_at <= ${wall}::timestamptz + make_interval(secs => ${(allowance + mostMs) / 1_000}::float8)
    returning free_at`.execute(db);
  const [row] = rows.rows;
  return row && Math.max(row.free_at.getTime() - spent - allowance - wall.getTime(), 0);
}

/** A provider that asks for a pause has it: nobody's turn comes before its end. */
export async function holdLimit(db: InstallationDb, key: string, until: Date): Promise<void> {
  await sql`
    insert into provider_limits as known (limit_key, free_at) values (${key}, ${until})
    on conflict (limit_key) do update set free_at = greatest(known.free_at, excluded.free_at)`.execute(db);
}

/** Limits that have been free for an hour say nothing any more. */
export async function forgetFreeLimits(db: InstallationDb, wall: Date): Promise<void> {
  await sql`delete from provider_limits where free_at < ${wall}::timestamptz - interval '1 hour'`.execute(db);
}
