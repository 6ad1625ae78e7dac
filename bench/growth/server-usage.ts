import { readdir, readFile } from "node:fs/promises";
import type pg from "pg";

/** The resources that a PostgreSQL server has used so far. */
export interface ServerUsage {
  readonly cpuMs: number;
  readonly logBytes: number;
}

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** The CPU time of all its processes, including those that have ended, and how much it has written to its log. */
export async function serverUsage(client: pg.Client, postmaster: number): Promise<ServerUsage> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const used = await Promise.all(pids.map((pid) => ticksOf(pid, postmaster)));
  const { rows } = await client.query<{ bytes: string }>(
    "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as bytes",
  );
  return { cpuMs: used.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS, logBytes: Number(rows[0]?.bytes) };
}

async function ticksOf(pid: number, postmaster: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name is in brackets and may contain anything; after it come fields 3 and up of proc(5).
  const [, parent, ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [user, system, endedUser, endedSystem] = fields.slice(9, 13).map(Number);
  if (pid === postmaster) return (user ?? 0) + (system ?? 0) + (endedUser ?? 0) + (endedSystem ?? 0);
  return Number(parent) === postmaster ? (user ?? 0) + (system ?? 0) : 0;
}
