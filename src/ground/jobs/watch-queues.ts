import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { QUEUE_SCHEMA } from "./queue-schema.ts";
import type { Taking } from "./take-jobs.ts";

const LOOK_MS = 1_000;

/** A look at all queues that recurs. */
export interface QueueWatch {
  stop(): Promise<void>;
}

interface Watched {
  readonly taking: Taking;
  /** The worker of each schedule, by its name, which is its queue's. */
  readonly scheduleWorkers: ReadonlyMap<string, string>;
  hear(error: unknown): void;
}

/**
 * Finds the jobs that other processes added, those whose delay is over and those that are to be tried again: once a second, in one
 * statement for all queues. That each worker looked for itself took hundreds of statements a second of every idle process.
 */
export function watchQueues(
  boss: Pick<PgBoss, "getDb" | "notifyWorker">,
  { taking, scheduleWorkers, hear }: Watched,
): QueueWatch {
  const queue = boss.getDb();
  const names = [...taking.queues, ...scheduleWorkers.keys()];
  const stopping = new AbortController();
  const wake = (name: string) => {
    const worker = scheduleWorkers.get(name);
    if (worker === undefined) taking.wake(name);
    else boss.notifyWorker(worker);
  };
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

/** By the index that the workers take their jobs by. */
const WITH_WORK = `
  select queue.name from unnest($1::text[]) as queue (name)
  where exists (
    select from ${QUEUE_SCHEMA}.job where job.name = queue.name and state < 'active' and not blocked and start_after <= now())`;
