import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { QUEUE_SCHEMA } from "./queue-schema.ts";

const LOOK_MS = 1_000;

/** A look at all queues that recurs. */
export interface QueueWatch {
  stop(): Promise<void>;
}

interface Watching {
  /** The queues that have workers. */
  readonly names: readonly string[];
  /** There is a job in this queue that may begin. */
  wake(name: string): void;
  hear(error: unknown): void;
}

/**
 * Finds the jobs that other processes added, those whose delay is over and those that are to be tried again: once a second, in one
 * statement for all queues. That each worker looked for itself took hundreds of statements a second of every idle process.
 */
export function watchQueues(boss: Pick<PgBoss, "getDb">, { names, wake, hear }: Watching): QueueWatch {
  const queue = boss.getDb();
  const stopping = new AbortController();
  const look = async () => {
    const { rows } = await queue.executeSql(WITH_WORK, [[...names]]);
    for (const { name } of rows as readonly { name: string }[]) wake(name);
  };
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await look().catch(hear);
      await sleep(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    stop() {
      stopping.abort();
      return watching;
    },
  };
}

/** By the index that the workers take their jobs by. */
const WITH_WORK = `
  select queue.name from unnest($1::text[]) as queue (name)
  where exists (
    select from ${QUEUE_SCHEMA}.job where job.name = queue.name and state < 'active' and not blocked and start_after <= now())`;
