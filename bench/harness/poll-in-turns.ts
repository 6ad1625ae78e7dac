import type { Database } from "../../src/ground/db/index.ts";
import { after } from "../../src/ground/kernel/clock.ts";
import { type Limit, reserveTurn } from "../../src/supply/providers/host/limits-store.ts";
import { backInMs } from "../../src/supply/providers/host/line.ts";

interface Polling {
  readonly limit: Limit;
  readonly accounts: number;
  /** How many requests the first account makes before everybody else. */
  readonly greed: number;
  /** How long a call waits for its turn before it gives up and is retried later. */
  readonly patienceMs: number;
}

interface Polled {
  /** The number of turns of each account. */
  readonly turns: readonly number[];
  /** The time from when all were due until the last turn of any account but the greedy one. */
  readonly longestMs: number;
  /** The time until the last turn of all accounts. */
  readonly lastMs: number;
  readonly asked: number;
}

const BEGAN = new Date("2026-11-02T12:00:00.000Z");

/** Has accounts that are all due at the same time take turns under one limit, in simulated real time, so that nothing actually waits. */
export async function pollInTurns(
  database: Pick<Database, "writeInstallation">,
  { limit, accounts, greed, patienceMs }: Polling,
): Promise<Polled> {
  const turns = Array.from({ length: accounts }, () => 0);
  const first = turns.flatMap((_, account) => Array.from({ length: account === 0 ? greed : 1 }, () => account));
  const due = new Map([[0, first]]);
  let [longestMs, lastMs, asked] = [0, 0, 0];
  while (due.size > 0) {
    const atMs = Math.min(...due.keys());
    const asking = due.get(atMs) ?? [];
    due.delete(atMs);
    await database.writeInstallation(async (db) => {
      for (const account of asking) {
        const turn = await reserveTurn(db, limit, 1, after(BEGAN, atMs), patienceMs);
        asked += 1;
        if (!turn.isTaken) {
          const backMs = atMs + Math.ceil(backInMs(turn.inMs, patienceMs));
          due.set(backMs, [...(due.get(backMs) ?? []), account]);
          continue;
        }
        turns[account] = (turns[account] ?? 0) + 1;
        lastMs = Math.max(lastMs, atMs + turn.inMs);
        if (account !== 0) longestMs = Math.max(longestMs, atMs + turn.inMs);
      }
    });
  }
  return { turns, longestMs, lastMs, asked };
}
