/** Work that a thread of its own does, on input that nobody vouches for: a file, a feed. */
export interface Task<I, O> {
  /** For the log and for errors: `creatives.inspect-file`. */
  readonly name: string;
  /** The module that does it, by its address (`new URL("…", import.meta.url).href`). It and what it imports is loaded in the thread. */
  readonly module: string;
  /** Which of the module's functions. What it takes and answers must be cloneable; it may be asynchronous. */
  readonly work: string;
  /** From when a thread takes it; then the thread is ended, whatever it does. */
  readonly deadlineMs: number;
  /** Of the thread's heap. Bytes that are handed over do not count. */
  readonly memoryMb: number;
  /** How many threads do it at once; others wait in the order in which they came. */
  readonly atOnce: number;
  /** Never there: it keeps what goes in and what comes out of a task apart from another's. */
  readonly types?: (input: I) => O;
}

/** Two at once, ten seconds and 256 MB each, unless it says otherwise. */
export function task<I, O>(
  declared: Pick<Task<I, O>, "name" | "module" | "work"> &
    Partial<Pick<Task<I, O>, "deadlineMs" | "memoryMb" | "atOnce">>,
): Task<I, O> {
  return { deadlineMs: 10_000, memoryMb: 256, atOnce: 2, ...declared };
}

export interface TaskOptions {
  /** Moved to the thread and not copied: whoever hands them over cannot read them any more. */
  readonly transfer?: readonly ArrayBuffer[];
}

/** Threads that parse what would hold the loop or fill the memory, so that it ends them and nobody else. */
export interface Workers {
  /** What the task's function answered; what it threw is thrown here. `WorkerFailure` where it came to no end. */
  run<I, O>(task: Task<I, O>, input: I, options?: TaskOptions): Promise<O>;
  /** How much runs and waits, by task, for the metrics page. */
  depths(): readonly { readonly task: string; readonly waiting: number; readonly active: number }[];
  /** Ends what still runs. */
  close(): Promise<void>;
}

export type WorkerFailureKind = "deadline" | "memory" | "busy" | "crashed";

/** A task that came to no end. The message says what happened, and goes behind the name of what was read. */
export class WorkerFailure extends Error {
  readonly kind: WorkerFailureKind;

  constructor(kind: WorkerFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
