import { fromKysely, type JobWithMetadata, PgBoss } from "pg-boss";
import type { Db } from "../db/index.ts";
import type { EnqueueOptions } from "../kernel/context.ts";
import { newUuid } from "../kernel/ids.ts";
import type { Log } from "../kernel/log.ts";
import type { Random } from "../kernel/random.ts";
import type { Step, StepInput } from "../kernel/step.ts";
import { QUEUE_SCHEMA } from "./queue-schema.ts";

/** A step that recurs for the whole installation, at a cron time of the wall clock. */
export interface Schedule {
  readonly name: string;
  /** Five fields, UTC. */
  readonly cron: string;
  run(): Promise<void>;
}

export interface DeadLetter {
  readonly id: string;
  readonly step: string;
  readonly input: unknown;
  readonly error: string;
  readonly failedAt: Date;
}

/** Steps waiting in PostgreSQL: added in the caller's transaction, done by one worker among many, retried with backoff. */
export interface Jobs {
  enqueue(db: Db, step: Step, input: StepInput, options: EnqueueOptions): Promise<void>;
  /** Begins to take jobs, here and wherever else it is called; without it this process only adds them. */
  work(
    perform: (step: Step, input: StepInput, requestId: string) => Promise<unknown>,
    schedules: readonly Schedule[],
  ): Promise<void>;
  /** What failed too often, newest first. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** How many jobs wait and run, by step, for the metrics page. */
  depths(): Promise<readonly { readonly step: string; readonly waiting: number; readonly active: number }[]>;
  inFlight(): number;
  /** Lets running jobs end, then leaves. */
  close(): Promise<void>;
}

export interface JobsOptions {
  readonly url: string;
  readonly steps: readonly Step[];
  readonly random: Random;
  readonly log: Log;
}

const DEAD = "dead-letters";
const POLL_SECONDS = 1;
const CONCURRENCY = 4;
const FIRST_RETRY_SECONDS = 2;
const LONGEST_RETRY_SECONDS = 600;
const EXPIRE_SECONDS = 180;
const DRAIN_MS = 10_000;

export async function openJobs({ url, steps, random, log }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    options: "-c role=interchange_app",
    schema: QUEUE_SCHEMA,
    max: CONCURRENCY,
    migrate: false,
    createSchema: false,
    reindex: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  let running = 0;
  await boss.start();
  await boss.createQueue(DEAD, { retentionSeconds: 14 * 24 * 3600 });
  for (const { name, attempts } of steps) await boss.createQueue(name, queueOptions(attempts));

  const work: Jobs["work"] = async (perform, schedules) => {
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
    for (const { name, cron, run } of schedules) {
      await boss.createQueue(name, { ...queueOptions(1), policy: "singleton" });
      await boss.schedule(name, cron);
      await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, run);
    }
  };

  return {
    work,
    enqueue: async (db, step, input, { delayMs = 0, key }) => {
      const startAfter = Math.ceil(delayMs / 1000);
      // The queue holds one waiting job a key, so a job without one gets a key of its own.
      await boss.send(step.name, input, { singletonKey: key ?? newUuid(random), startAfter, db: fromKysely(db) });
    },
    deadLetters: async (limit) =>
      (await boss.findJobs<StepInput>(DEAD))
        .map(fromJob)
        .sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
        .slice(0, limit),
    depths: async () =>
      (await boss.getQueues()).map(({ name, queuedCount, activeCount }) => ({
        step: name,
        waiting: queuedCount,
        active: activeCount,
      })),
    inFlight: () => running,
    close: () => boss.stop({ graceful: true, timeout: DRAIN_MS }),
  };
}

function queueOptions(attempts: number) {
  return {
    policy: "short",
    retryLimit: attempts - 1,
    retryDelay: FIRST_RETRY_SECONDS,
    retryBackoff: true,
    retryDelayMax: LONGEST_RETRY_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
    deadLetter: DEAD,
  };
}

function fromJob(job: JobWithMetadata<StepInput>): DeadLetter {
  const output = job.output as { message?: string } | null;
  return {
    id: job.id,
    step: job.sourceName ?? job.name,
    input: job.data,
    error: output?.message ?? "unknown",
    failedAt: job.createdOn,
  };
}
