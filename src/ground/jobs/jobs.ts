import { PgBoss } from "pg-boss";
import {
  type Availability,
  awayOf,
  ONE_SERVER,
  PoolClient,
  roleOptions,
  type Topology,
} from "../db/connection/index.ts";
import type { Db } from "../db/index.ts";
import { afterCommit } from "../db/writing/index.ts";
import type { EnqueueOptions } from "../kernel/context.ts";
import { newUuid } from "../kernel/ids.ts";
import type { Log } from "../kernel/log.ts";
import type { Random } from "../kernel/random.ts";
import type { Step, StepInput } from "../kernel/step.ts";
import { noTracing, type Tracing } from "../tracing/index.ts";
import { jobAdder } from "./adding-store.ts";
import { takeFrom } from "./begin-workers.ts";
import { QUEUE_SCHEMA } from "./queue-schema.ts";
import { DEAD_LETTERS } from "./store.ts";
import { openSupervisor } from "./supervise.ts";
import {
  namesOfQueues,
  type PerformStep,
  queueOptions,
  queuesOfSchedules,
  queuesOfSteps,
  type Schedule,
} from "./take-jobs.ts";
import { withOrigin } from "./trace-jobs.ts";
import { watchQueues } from "./watch-queues.ts";

/**
 * Steps waiting in PostgreSQL: enqueued in the caller's transaction, executed by one of many workers, retried with
 * back-off.
 */
export interface Jobs {
  enqueue(db: Db, step: Pick<Step, "name">, input: StepInput, options: EnqueueOptions): Promise<void>;
  /** Starts taking jobs in this process; others may do so as well. A process that does not call this only enqueues jobs. */
  work(perform: PerformStep, schedules: readonly Schedule[]): Promise<void>;
  /** How many jobs wait and run, by step, for the metrics page. */
  depths(): Promise<readonly { readonly step: string; readonly waiting: number; readonly active: number }[]>;
  inFlight(): number;
  /** Lets running jobs finish, then closes. */
  close(): Promise<void>;
}

export interface JobsOptions {
  readonly url: string;
  readonly steps: readonly Step[];
  readonly random: Random;
  readonly availability: Availability;
  readonly topology?: Topology;
  readonly log: Log;
  readonly tracing?: Tracing;
}

/** What runs in a process that takes jobs. */
interface Working {
  inFlight(): number;
  /** Says that a step has a job. */
  wake(step: string): void;
  stop(): Promise<unknown>;
}

const CONNECTIONS = 4;
const DRAIN_MS = 10_000;
const DEAD_LETTER_SECONDS = 14 * 24 * 3600;

export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { url, topology = ONE_SERVER, steps, random, availability, log, tracing = noTracing } = options;
  const boss = new PgBoss(optionsFor(url, topology));
  let awayAt = Number.NEGATIVE_INFINITY;
  const hear = (error: unknown) => {
    if (awayOf(availability.explain(error))) awayAt = performance.now();
    else log.error({ err: error }, "job queue");
  };
  boss.on("error", hear);
  await boss.start();
  await makeQueues(boss, steps);

  let working: Working | undefined;
  const add = jobAdder(boss);
  return {
    work: async (perform, schedules) => {
      const { queues, inFlight } = queuesOfSteps(boss, steps, perform, { availability, log, tracing });
      const taken = takeFrom(boss, [...queues, ...(await queuesOfSchedules(boss, schedules, tracing))], hear);
      const supervisor = openSupervisor(boss, () => performance.now() - awayAt, hear);
      const watch = watchQueues(boss, taken, hear);
      const stop = () => {
        taken.stop();
        return Promise.all([watch.stop(), supervisor.stop()]);
      };
      working = { inFlight, wake: taken.wake, stop };
    },
    enqueue: async (db, step, input, { delayMs = 0, key }) => {
      const startAfter = Math.ceil(delayMs / 1000);
      // The queue keeps one waiting job per key, so a job without a key gets a unique one.
      const data = withOrigin(input, { tracing, isLater: startAfter > 0 });
      const at = startAfter > 0 ? { startAfter: String(startAfter) } : {};
      await add(db, step.name, { data, singletonKey: key ?? newUuid(random), ...at });
      if (startAfter === 0) afterCommit(db, () => working?.wake(step.name));
    },
    depths: async () => {
      const queues = await boss.getQueues();
      return queues.map(({ name, queuedCount, activeCount }) => ({
        step: name,
        waiting: queuedCount,
        active: activeCount,
      }));
    },
    inFlight: () => working?.inFlight() ?? 0,
    close: async () => {
      await working?.stop();
      await boss.stop({ graceful: true, timeout: DRAIN_MS });
    },
  };
}

const NO_JOB = "00000000-0000-0000-0000-000000000000";

/** Usually all queues already exist, and a single query shows it. */
async function makeQueues(boss: PgBoss, steps: readonly Step[]): Promise<void> {
  const known = await namesOfQueues(boss);
  if (!known.has(DEAD_LETTERS)) await boss.createQueue(DEAD_LETTERS, { retentionSeconds: DEAD_LETTER_SECONDS });
  for (const { name, attempts } of steps.filter((step) => !known.has(step.name))) {
    await boss.createQueue(name, { ...queueOptions(attempts), deadLetter: DEAD_LETTERS });
    // On its first use, pg-boss looks a queue up on a separate connection. Inside a caller's transaction that would be a second connection,
    // and behind a pooler the callers that hold the last connections would wait for each other. Looking it up now avoids this.
    await boss.findJobs(name, { id: NO_JOB });
  }
}

function optionsFor(url: string, topology: Topology) {
  return {
    // pg-boss passes unknown options on to its pool.
    Client: PoolClient,
    connectionString: url,
    ...roleOptions(topology),
    schema: QUEUE_SCHEMA,
    max: CONNECTIONS,
    migrate: false,
    createSchema: false,
    reindex: false,
    supervise: false,
  };
}
