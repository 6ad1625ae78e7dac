import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { vi } from "vitest";

/** One of the servers that store the rows of a distributed database. */
export interface RowServer {
  port(): Promise<number>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** The PostgreSQL server of a data folder on this machine, which the given program starts. */
export function rowServerIn(folder: string, starts: string): RowServer {
  const lineOf = async (at: number) => Number((await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n")[at]);
  return {
    port: () => lineOf(3),
    kill: async () => void process.kill(await lineOf(0), "SIGKILL"),
    // The next server may only start once the last process of the previous one has noticed its end.
    start: () =>
      vi.waitFor(async () => void (await promisify(execFile)(starts, [folder])), { timeout: 60_000, interval: 500 }),
  };
}
