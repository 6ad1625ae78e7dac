import { sql } from "kysely";
import type { InstallationDb } from "../../../ground/db/index.ts";

/** A rate limit: how much of it each call uses, and how many calls are allowed at once. */
export interface Limit {
  readonly key: string;
  readonly intervalMs: number;
  readonly burst: number;
}

/** When the turn comes, in ms. It is only taken if that is soon enough for the caller. */
interface Turn {
  readonly isTaken: boolean;
  readonly inMs: number;
}

/**
 * Takes a turn under a limit if it comes within `mostMs`. All processes share the row, which uses GCRA: it stores when
 * the limit would be fully available again. Turns therefore come in the order of the requests.
 */
export async function reserveTurn(
  db: InstallationDb,
  { key, intervalMs, burst }: Limit,
  cost: number,
  wall: Date,
  mostMs: number,
): Promise<Turn> {
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
  if (row) return { isTaken: true, inMs: Math.max(row.free_at.getTime() - spent - allowance - wall.getTime(), 0) };
  const known = await sql<{ readonly free_at: Date }>`
    select free_at from provider_limits where limit_key = ${key}`.execute(db);
  const freeAt = known.rows[0]?.free_at ?? wall;
  return { isTaken: false, inMs: Math.max(freeAt.getTime() - allowance - wall.getTime(), 0) };
}

/** If a provider asks for a pause, no turn comes before its end. */
export async function holdLimit(db: InstallationDb, key: string, until: Date): Promise<void> {
  await sql`
    insert into provider_limits as known (limit_key, free_at) values (${key}, ${until})
    on conflict (limit_key) do update set free_at = greatest(known.free_at, excluded.free_at)`.execute(db);
}

/** A limit that has been fully available for an hour carries no information. */
export async function deleteFreeLimits(db: InstallationDb, wall: Date): Promise<void> {
  await sql`delete from provider_limits where free_at < ${wall}::timestamptz - interval '1 hour'`.execute(db);
}
