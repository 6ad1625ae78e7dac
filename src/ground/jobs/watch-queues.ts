import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { QUEUE_SCHEMA } from "./queue-schema.ts";
import type { Workload } from "./take-jobs.ts";

const LOOK_MS = 1_000;

/** A recurring look at all queues. */
export interface QueueWatch {
  stop(): Promise<void>;
}

interface WatchedQueue {
  readonly taking: Workload;
  /** The worker of each schedule, by the schedule's name, which is also the name of its queue. */
  readonly scheduleWorkers: ReadonlyMap<string, string>;
  hear(error: unknown): void;
}

/**
 * Finds jobs that other processes added, jobs whose delay is over, and jobs that are due for a retry: once a second, with one statement for
 * all queues. When each worker polled its own queue, every idle process sent hundreds of statements a second.
 */
export function watchQueues(
  boss: Pick<PgBoss, "getDb" | "notifyWorker">,
  { taking, scheduleWorkers, hear }: WatchedQueue,
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

/** Uses the same index by which workers fetch their jobs. */
const WITH_WORK = `
  select queue.name from unnest($1::text[]) as queue (name)
  where exists (
    select from ${QUEUE_SCHEMA}.job where job.name = queue.name and state < 'active' and not blocked and start_after <= now())`;
