import { setTimeout as sleep } from "node:timers/promises";
import { awayOf } from "../../ground/db/connection/index.ts";
import type { Log } from "../../ground/kernel/log.ts";

const LOOK_MS = 1_000;
const PATIENCE_MS = 60_000;

interface Waiting {
  readonly log: Log;
  readonly lookMs?: number;
  readonly patienceMs?: number;
}

/**
 * Retries if the database becomes unavailable in the meantime, for example because it is restarted; otherwise a starting server would exit
 * where a running one waits. Throws all other errors, and this one once the time is over.
 */
export async function waitOut<T>(
  begin: () => Promise<T>,
  { log, lookMs = LOOK_MS, patienceMs = PATIENCE_MS }: Waiting,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await begin();
    } catch (error) {
      if (awayOf(error)?.condition !== "unreachable" || performance.now() > deadline) throw error;
      log.warn({ error }, "the database became unavailable while the server was starting: waiting for it");
      await sleep(lookMs);
    }
  }
}
