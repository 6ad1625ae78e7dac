import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { type Availability, awayOf, DatabaseAway } from "../db/connection/index.ts";
import type { Log } from "../kernel/log.ts";
import type { Step, StepInput } from "../kernel/step.ts";
import { noTracing, type Tracing } from "../tracing/index.ts";
import type { TakenQueue } from "./begin-workers.ts";
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
const POLL = { pollingIntervalSeconds: 60 } as const;
/** Jobs are fetched in batches and executed concurrently; as long as batches are full, the next one is fetched without a pause. */
const BATCH = { batchSize: 16, burstWhenBatchFull: true } as const;
const WORKERS = 2;
const FIRST_RETRY_SECONDS = 2;
const LONGEST_RETRY_SECONDS = 600;
const EXPIRE_SECONDS = 180;

/** The queues of steps, and how many of their jobs this process is running. */
export interface Workload {
  readonly queues: readonly TakenQueue[];
  inFlight(): number;
}

interface JobRunnerContext {
  readonly availability: Availability;
  readonly log: Log;
  readonly tracing?: Tracing;
}

/**
 * How the jobs of every step are taken. A job that throws returns to its queue with back-off, without affecting the rest of its batch. A job that
 * fails because the database is unavailable returns to its queue without counting an attempt.
 */
export function queuesOfSteps(
  boss: Pick<PgBoss, "getDb" | "work">,
  steps: readonly Step[],
  perform: PerformStep,
  { availability, log, tracing = noTracing }: JobRunnerContext,
): Workload {
  let running = 0;
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
  const queues = steps.map((step): TakenQueue => {
    const batches = step.atOnce === undefined ? BATCH : { batchSize: step.atOnce };
    const options = { ...batches, ...POLL, includeMetadata: true, perJobResults: true } as const;
    return {
      name: step.name,
      workers: step.atOnce === undefined ? WORKERS : 1,
      begin: (whileBusy) =>
        boss.work(step.name, options, (batch: JobWithMetadata<StepInput>[]) =>
          whileBusy(() => takeAll(step, batch), batch.length === options.batchSize),
        ),
    };
  });
  return { queues, inFlight: () => running };
}

/**
 * Each schedule is run by one of many processes when it is due. Schedules of earlier releases that are no longer declared are removed.
 * Returns the queue of each schedule, which has a job when it is due.
 */
export async function queuesOfSchedules(
  boss: PgBoss,
  schedules: readonly Schedule[],
  tracing: Tracing = noTracing,
): Promise<readonly TakenQueue[]> {
  const declared = new Set(schedules.map(({ name }) => name));
  const [kept, there] = [await boss.getSchedules(), await namesOfQueues(boss)];
  for (const { name, key } of kept) if (!declared.has(name)) await boss.unschedule(name, key);
  const times = new Map(kept.map(({ name, cron }) => [name, cron]));
  for (const { name, cron } of schedules) {
    if (!there.has(name)) await boss.createQueue(name, { ...queueOptions(1), policy: "singleton" });
    if (times.get(name) !== cron) await boss.schedule(name, cron);
  }
  return schedules.map(({ name, run }): TakenQueue => {
    const runTraced = () => tracing.within({ name: `schedule ${name}`, kind: "consumer" }, run);
    return { name, workers: 1, begin: (whileBusy) => boss.work(name, POLL, () => whileBusy(runTraced, false)) };
  });
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
