import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Log } from "../kernel/log.ts";
import type { Step, StepInput } from "../kernel/step.ts";

/** Something that recurs for the whole installation, at a cron time of the wall clock. */
export interface Schedule {
  readonly name: string;
  /** Five fields, UTC. */
  readonly cron: string;
  run(): Promise<void>;
}

export type PerformStep = (step: Step, input: StepInput, requestId: string) => Promise<unknown>;

const POLL_SECONDS = 1;
const CONCURRENCY = 4;
const FIRST_RETRY_SECONDS = 2;
const LONGEST_RETRY_SECONDS = 600;
const EXPIRE_SECONDS = 180;

/** Takes the jobs of every step, a few of each at a time; one that throws goes back into its queue with backoff. */
export async function takeJobs(
  boss: PgBoss,
  steps: readonly Step[],
  perform: PerformStep,
  log: Log,
): Promise<{ inFlight(): number }> {
  let running = 0;
  for (const step of steps) {
    const options = {
      pollingIntervalSeconds: POLL_SECONDS,
      localConcurrency: CONCURRENCY,
      includeMetadata: true,
    } as const;
    await boss.work(step.name, options, async ([job]: JobWithMetadata<StepInput>[]) => {
      if (!job) return;
      running += 1;
      try {
        await perform(step, job.data, `job_${job.id}`);
      } catch (error) {
        log.warn({ err: error, step: step.name, attempt: job.retryCount + 1, of: step.attempts }, "a job failed");
        throw error;
      } finally {
        running -= 1;
      }
    });
  }
  return { inFlight: () => running };
}

/** One process among many runs each schedule when its time comes. */
export async function keepSchedules(boss: PgBoss, schedules: readonly Schedule[]): Promise<void> {
  for (const { name, cron, run } of schedules) {
    await boss.createQueue(name, { ...queueOptions(1), policy: "singleton" });
    await boss.schedule(name, cron);
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, run);
  }
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
