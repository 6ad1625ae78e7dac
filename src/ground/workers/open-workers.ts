import { FixedQueue, Piscina } from "piscina";
import { type Task, type TaskOptions, WorkerFailure, type Workers } from "./task.ts";
import { threadEnvironment } from "./thread-environment.ts";

/** Beyond this number, nobody would wait long enough, so further tasks are refused immediately. */
const MOST_WAITING = 200;
const IDLE_MS = 30_000;

/** Threads start with the first task, and end after half a minute without one. */
export function openWorkers(): Workers {
  const lines = new Map<string, Line>();
  const lineOf = (task: Task<never, unknown>) => {
    const line = lines.get(task.name) ?? openLine(task);
    lines.set(task.name, line);
    return line;
  };
  return {
    run: <I, O>(task: Task<I, O>, input: I, options: TaskOptions = {}) =>
      lineOf(task).run(input, options) as Promise<O>,
    depths: () => [...lines].map(([task, line]) => ({ task, ...line.depth() })),
    close: async () => void (await Promise.all([...lines.values()].map((line) => line.close()))),
  };
}

/** The threads of one task, and the callers that wait for them. */
interface Line {
  run(input: unknown, options: TaskOptions): Promise<unknown>;
  depth(): { readonly waiting: number; readonly active: number };
  close(): Promise<void>;
}

function openLine(task: Task<never, unknown>): Line {
  const pool = openPool(task);
  const waiting: (() => void)[] = [];
  let active = 0;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else active -= 1;
  };
  // The deadline applies to the work but not to waiting, so callers wait here rather than in the pool.
  const enter = async () => {
    if (active < task.atOnce) active += 1;
    else if (waiting.length < MOST_WAITING) await new Promise<void>((resolve) => waiting.push(resolve));
    else throw new WorkerFailure("busy", `${MOST_WAITING} other files are waiting to be read: try again in a moment`);
  };
  return {
    async run(input, { transfer = [] }) {
      await enter();
      const deadline = AbortSignal.timeout(task.deadlineMs);
      try {
        return await pool.run(input, { name: task.work, transferList: [...transfer], signal: deadline });
      } catch (error) {
        throw failureOf(error, task, deadline);
      } finally {
        leave();
      }
    },
    depth: () => ({ waiting: waiting.length, active }),
    close: () => pool.destroy(),
  };
}

function openPool({ module, atOnce, memoryMb }: Task<never, unknown>): Piscina {
  const pool = new Piscina({
    filename: module,
    minThreads: 0,
    maxThreads: atOnce,
    idleTimeout: IDLE_MS,
    taskQueue: new FixedQueue(),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    // A thread that waits for messages rather than on a lock can be terminated, and does not keep the process alive.
    atomics: "disabled",
    env: threadEnvironment(),
    execArgv: [],
  });
  // Each task receives its own error, and a thread that fails between two tasks is replaced.
  pool.on("error", () => undefined);
  return pool;
}

const ENDED = ["worker exited with code", "Terminating worker thread"];

function failureOf(error: unknown, { deadlineMs, memoryMb }: Task<never, unknown>, deadline: AbortSignal): unknown {
  if (deadline.aborted)
    return new WorkerFailure("deadline", `reading it took longer than ${deadlineMs / 1000} s`, error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY")
    return new WorkerFailure("memory", `reading it needs more than ${memoryMb} MB of memory`, error);
  // The two messages with which Piscina 5 reports that a thread has ended.
  if (error instanceof Error && ENDED.some((said) => error.message.startsWith(said)))
    return new WorkerFailure("crashed", "the thread that read it ended", error);
  return error;
}
