import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Client } from "./client.ts";
import type { Fleet } from "./fleet.ts";
import type { Market } from "./market.ts";
import { type Pace, seeded } from "./pace.ts";

export interface DisasterCounts {
  databaseRestarts: number;
  diskFull: number;
  clockAdvances: number;
  /** How far the buyer's sandbox clock was advanced, in days. */
  clockDays: number;
}

export interface DisasterContext {
  readonly fleet: Fleet;
  readonly client: Client;
  readonly market: Market;
  readonly databaseFolder: string;
  readonly databaseUrl: string;
}

const DISK_FULL_MS = 5_000;
const ADVANCED_HOURS = 3;
/** The error that PostgreSQL raises if a file cannot grow: SQLSTATE 53100. */
const NO_ROOM = `create or replace function soak_no_room() returns trigger language plpgsql as $$ begin
  raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`;
const TABLES = ["advertisers", "campaigns", "media_buys", "orders", "order_legs", "idempotency_keys"];
/** PostgreSQL ends without notice, immediately (fast shutdown), or once all clients have left (smart shutdown). */
const SIGNALS = ["SIGKILL", "SIGINT", "SIGTERM"] as const;

/** Carries out all the disasters that the pace schedules, and returns when the time is over. */
export async function strike(pace: Pace, struck: DisasterContext): Promise<DisasterCounts> {
  const befallen: DisasterCounts = { databaseRestarts: 0, diskFull: 0, clockAdvances: 0, clockDays: 0 };
  const endsAt = performance.now() + pace.minutes * 60_000;
  const random = seeded(pace.seed + 1);
  const every = async (ms: number, act: () => Promise<void>) => {
    for (let at = performance.now() + ms; at < endsAt; at += ms * (0.75 + random() / 2)) {
      await sleep(Math.max(0, at - performance.now()));
      // Disasters that are still due when the time is over are skipped.
      if (performance.now() >= endsAt) return;
      await act();
    }
  };
  await Promise.all([
    killAll(pace, struck.fleet, endsAt, random),
    every(pace.databaseRestartEveryMs, async () => {
      const signal = SIGNALS[befallen.databaseRestarts % SIGNALS.length] ?? "SIGKILL";
      befallen.databaseRestarts += 1;
      await restartDatabase(struck.databaseFolder, signal);
    }),
    every(pace.diskFullEveryMs, async () => {
      if (await fillDisk(struck.databaseUrl)) befallen.diskFull += 1;
    }),
    every(pace.clockAdvanceEveryMs, async () => {
      const { client, market } = struck;
      const advanced = await client
        .call("POST", "/sandbox/clock", market.buyer.key, { hours: ADVANCED_HOURS })
        .catch(() => undefined);
      if (!advanced) return;
      befallen.clockAdvances += 1;
      befallen.clockDays += ADVANCED_HOURS / 24;
    }),
  ]);
  return befallen;
}

/**
 * Spread evenly over the time, each at a random moment within its own interval. If servers start slowly the last kills may be late, but by
 * no more than a tenth of the time; kills that did not happen by then are missing from the figures.
 */
async function killAll(pace: Pace, fleet: Fleet, endsAt: number, random: () => number): Promise<void> {
  const begins = endsAt - pace.minutes * 60_000;
  for (let nth = 0; nth < pace.kills; nth++) {
    const at = begins + (nth + random()) * pace.killEveryMs;
    await sleep(Math.max(0, at - performance.now()));
    if (performance.now() > endsAt + (pace.minutes * 60_000) / 10) return;
    await fleet.kill();
  }
}

async function restartDatabase(folder: string, signal: NodeJS.Signals): Promise<void> {
  const pid = await readFile(join(folder, "postgres", "postmaster.pid"), "utf8").catch(() => "");
  const postmaster = Number(pid.split("\n")[0]);
  if (postmaster > 0) process.kill(postmaster, signal);
}

/** Returns false if the database was unavailable at that moment. */
async function fillDisk(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const triggers = TABLES.map(
      (table) =>
        `create or replace trigger soak_no_room before insert or update on ${table} execute function soak_no_room();`,
    );
    await client.query(`${NO_ROOM}; ${triggers.join(" ")}`);
    await sleep(DISK_FULL_MS);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
    await emptyDisk(url);
  }
  return true;
}

/** Repeated as often as necessary, because a disk that stays full would be a different test. */
async function emptyDisk(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query(TABLES.map((table) => `drop trigger if exists soak_no_room on ${table};`).join(" "));
      return;
    } catch {
      await sleep(500);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
