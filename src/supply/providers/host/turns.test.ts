import { afterAll, beforeAll, expect, test } from "vitest";
import { pollInTurns } from "../../../../bench/harness/poll-in-turns.ts";
import { type FreshDatabase, freshDatabase } from "../../../../test/database.ts";
import { openAvailability } from "../../../ground/db/connection/index.ts";
import { type Database, openDatabase } from "../../../ground/db/index.ts";
import { after } from "../../../ground/kernel/clock.ts";
import { silentLog } from "../../../ground/kernel/log.ts";
import { holdLimit, reserveTurn } from "./limits-store.ts";

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  const availability = openAvailability(silentLog);
  database = openDatabase({ url: fresh.url, poolSize: 2, prepare: true, availability });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

test.each([0.8, 7])(
  "of forty accounts that are due together under a limit of %d calls per second, none waits much longer than a round, whoever asks more often",
  async (perSecond) => {
    const limit = { key: `turns/${perSecond}`, intervalMs: 1_000 / perSecond, burst: 2 };
    const polling = { limit, accounts: 40, greed: 5, patienceMs: 2_000 };
    const { turns, longestMs, lastMs } = await pollInTurns(database, polling);
    expect(turns).toEqual([5, ...Array.from({ length: 39 }, () => 1)]);
    const roundMs = (44 * 1_000) / perSecond;
    expect(longestMs).toBeLessThanOrEqual(roundMs * 1.1);
    // And never faster than the limit allows.
    expect(lastMs).toBeGreaterThanOrEqual(((44 - limit.burst) * 1_000) / perSecond - 1);
  },
);

test("a platform's pause applies to all callers under the same limit, and to nobody else", async () => {
  const now = new Date("2026-11-02T12:00:00.000Z");
  const take = (key: string, mostMs: number) =>
    database.writeInstallation((db) => reserveTurn(db, { key, intervalMs: 100, burst: 1 }, 1, now, mostMs));
  await database.writeInstallation((db) => holdLimit(db, "snap/token/app/one", after(now, 30_000)));
  expect(await take("snap/token/app/one", 10_000)).toEqual({ isTaken: false, inMs: 30_000 });
  expect(await take("snap/token/app/one", 60_000)).toEqual({ isTaken: true, inMs: 30_000 });
  for (const other of ["snap/token/app/two", "snap/token/another/one", "reddit/read/app"])
    expect(await take(other, 0)).toEqual({ isTaken: true, inMs: 0 });
});
