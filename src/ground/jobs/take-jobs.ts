import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { type Availability, awayOf, DatabaseAway } from "../db/connection/index.ts";
import type { Log } from "../kernel/log.ts";
import type { Step, StepInput } from "../kernel/step.ts";
import { noTracing, type Tracing } from "../tracing/index.ts";
import { retryUntilAvailable } from "./retry-until-available.ts";
import { isThere, returnJob } from "./store.ts";
import { spanOf, withoutOrigin } from "./trace-jobs.ts";

/** Work that recurs for the whole installation, at a cron time in real time. */
export interface Schedule {
  readonly name: string;
  /** Five fields, UTC. */
  readonly cron: string;
  run(): Promise<void>;
}

export type PerformStep = (step: Step, input: StepInput, requestId: string) => Promise<unknown>;

/** Workers are woken when this process adds a job, and by the watch over all queues. Their own polling is only a safety net for both. */
const POLL_SECONDS = 60;
/** Jobs are fetched in batches and executed concurrently; as long as batches are full, the next one is fetched without a pause. */
const BATCH = { batchSize: 16, burstWhenBatchFull: true } as const;
const WORKERS = 2;
const FIRST_RETRY_SECONDS = 2;
const LONGEST_RETRY_SECONDS = 600;
const EXPIRE_SECONDS = 180;

export interface Workload {
  inFlight(): number;
  /** The queues from which jobs are taken, one for each step. */
  readonly queues: readonly string[];
  /** Tells a worker of this queue that there is a job, so that it starts without waiting for the next poll. */
  wake(queue: string): void;
}

interface Worker {
  readonly id: string;
  /** Whether the worker has jobs now; if so, it polls again once they are done. */
  readonly busy: () => boolean;
}

interface JobRunnerContext {
  readonly availability: Availability;
  readonly log: Log;
  readonly tracing?: Tracing;
}

/**
 * Takes the jobs of every step. A job that throws returns to its queue with back-off, without affecting the rest of its batch. A job that
 * fails because the database is unavailable returns to its queue without counting an attempt.
 */
export async function startWorkers(
  boss: PgBoss,
  steps: readonly Step[],
  perform: PerformStep,
  { availability, log, tracing = noTracing }: JobRunnerContext,
): Promise<Workload> {
  let running = 0;
  const workers = new Map<string, Worker[]>();
  const queue = boss.getDb();
  const take = async (step: Step, { id, data, retryCount }: JobWithMetadata<StepInput>): Promise<JobResult> => {
    running += 1;
    try {
      const requestId = `job_${id}`;
      const work = () => perform(step, withoutOrigin(data), requestId);
      await tracing.within(spanOf(step, data, requestId), work);
      return { id, status: "completed" };
    } catch (error) {
      // pg-boss ignores the result of a job that was returned to the queue, because the job no longer belongs to this batch.
      if (error instanceof DatabaseAway && (await retryUntilAvailable(availability, () => returnJob(queue, id))))
        return { id, status: "completed" };
      // An unavailable database is logged once a minute, rather than by every job that needs it.
      if (!awayOf(error))
        log.warn({ err: error, step: step.name, attempt: retryCount + 1, of: step.attempts }, "a job failed");
      return { id, status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
    } finally {
      running -= 1;
    }
  };
  const takeAll = async (step: Step, batch: JobWithMetadata<StepInput>[]) => {
    const results = await Promise.all(batch.map((job) => take(step, job)));
    // The results are written only once, and are lost if that fails.
    if (availability.condition() === "unreachable") await retryUntilAvailable(availability, () => isThere(queue));
    return results;
  };
  for (const step of steps)
    for (let nth = 0; nth < (step.atOnce === undefined ? WORKERS : 1); nth++) {
      const worker = await beginWorker(boss, step, (batch) => takeAll(step, batch));
      workers.set(step.name, [...(workers.get(step.name) ?? []), worker]);
    }
  return {
    inFlight: () => running,
    queues: [...workers.keys()],
    wake(queueName) {
      const all = workers.get(queueName) ?? [];
      const one = all.find(({ busy }) => !busy()) ?? all[0];
      if (one) boss.notifyWorker(one.id);
    },
  };
}

async function beginWorker(
  boss: PgBoss,
  step: Step,
  takeAll: (batch: JobWithMetadata<StepInput>[]) => Promise<JobResult[]>,
): Promise<Worker> {
  const options = {
    ...(step.atOnce === undefined ? BATCH : { batchSize: step.atOnce }),
    pollingIntervalSeconds: POLL_SECONDS,
    includeMetadata: true,
    perJobResults: true,
  } as const;
  let busy = false;
  const id = await boss.work(step.name, options, async (batch: JobWithMetadata<StepInput>[]) => {
    busy = true;
    try {
      return await takeAll(batch);
    } finally {
      busy = false;
    }
  });
  return { id, busy: () => busy };
}

/**
 * Each schedule is run by one of many processes when it is due. Schedules of earlier releases that are no longer declared are removed.
 * Returns the worker of each schedule, which has to be woken when the schedule is due.
 */
export async function runSchedules(
  boss: PgBoss,
  schedules: readonly Schedule[],
  tracing: Tracing = noTracing,
): Promise<ReadonlyMap<string, string>> {
  const workers = new Map<string, string>();
  const declared = new Set(schedules.map(({ name }) => name));
  const [kept, there] = [await boss.getSchedules(), await namesOfQueues(boss)];
  for (const { name, key } of kept) if (!declared.has(name)) await boss.unschedule(name, key);
  const times = new Map(kept.map(({ name, cron }) => [name, cron]));
  for (const { name, cron, run } of schedules) {
    if (!there.has(name)) await boss.createQueue(name, { ...queueOptions(1), policy: "singleton" });
    if (times.get(name) !== cron) await boss.schedule(name, cron);
    const worker = await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, () =>
      tracing.within({ name: `schedule ${name}`, kind: "consumer" }, run),
    );
    workers.set(name, worker);
  }
  return workers;
}

export async function namesOfQueues(boss: PgBoss): Promise<ReadonlySet<string>> {
  return new Set((await boss.getQueues()).map(({ name }) => name));
}

export function queueOptions(attempts: number) {
  return {
    policy: "short",
    retryLimit: attempts - 1,
    retryDelay: FIRST_RETRY_SECONDS,
    retryBackoff: true,
    retryDelayMax: LONGEST_RETRY_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
  };
}
