import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type pg from "pg";

const run = promisify(execFile);

/** Whether processes can be bound to cores on this machine, using util-linux's `taskset`, which only Linux has. */
export async function canPin(): Promise<boolean> {
  return run("taskset", ["--version"]).then(
    () => true,
    () => false,
  );
}

/** Binds processes, with all their threads, to these cores. */
export async function pin(pids: readonly (number | undefined)[], cores: readonly number[]): Promise<void> {
  // A process that has ended in the meantime needs no core.
  for (const pid of pids.filter((one) => one !== undefined))
    await run("taskset", ["-acp", cores.join(","), String(pid)]).catch(() => undefined);
}

/** PostgreSQL's processes: the one that starts all others, whose binding they inherit, and all that it has started. */
export async function pidsOf(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity
     union select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int`,
  );
  return rows.map(({ pid }) => pid);
}
