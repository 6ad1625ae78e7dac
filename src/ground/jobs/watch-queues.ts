import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import type { TakenQueues } from "./begin-workers.ts";
import { QUEUE_SCHEMA } from "./queue-schema.ts";

const LOOK_MS = 1_000;

/** A recurring look at all queues. */
export interface QueueWatch {
  stop(): Promise<void>;
}

/**
 * Finds jobs that other processes added, jobs whose delay is over, and jobs that are due for a retry: once a second, with one statement for
 * all queues. When each worker polled its own queue, every idle process sent hundreds of statements a second.
 */
export function watchQueues(
  boss: Pick<PgBoss, "getDb">,
  { names, wake }: Pick<TakenQueues, "names" | "wake">,
  hear: (error: unknown) => void,
): QueueWatch {
  const queue = boss.getDb();
  const stopping = new AbortController();
  const look = async () => {
    const { rows } = await queue.executeSql(WITH_WORK, [names]);
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

/** Uses the same index by which workers fetch their jobs. */
const WITH_WORK = `
  select queue.name from unnest($1::text[]) as queue (name)
  where exists (
    select from ${QUEUE_SCHEMA}.job where job.name = queue.name and state < 'active' and not blocked and start_after <= now())`;
