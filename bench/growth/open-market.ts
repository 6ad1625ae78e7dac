import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../../src/ground/db/embedded/start-embedded.ts";
import { silentLog as log } from "../../src/ground/kernel/log.ts";
import { readSettings } from "../../src/main/settings.ts";
import { type Started, start } from "../../src/main/start.ts";

/** An empty marketplace in this process, with PostgreSQL in another. */
export interface Market {
  readonly started: Started;
  /** The administrator's connection, which bypasses the separation of tenants. */
  readonly admin: pg.Client;
  /** The PostgreSQL process from which all its other processes descend. */
  readonly postmaster: number;
  close(): Promise<void>;
}

const LIMITS = { RATE_LIMIT_PER_IP: "1000000000", RATE_LIMIT_PER_ORGANISATION: "1000000000" };

export async function openMarket(environment: Readonly<Record<string, string>> = {}): Promise<Market> {
  const folder = await mkdtemp(join(tmpdir(), "interchange-growth-"));
  const embedded = await startEmbedded({ folder, log });
  const settings = readSettings({ INTERCHANGE_DATA: folder, INTERCHANGE_SANDBOX: "1", ...LIMITS, ...environment });
  const started = await start(settings, log);
  const admin = new pg.Client({ connectionString: embedded.url });
  await admin.connect();
  const [postmaster] = (await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n");
  return {
    started,
    admin,
    postmaster: Number(postmaster),
    async close() {
      await admin.end();
      await started.close();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
