/** Work in a separate thread, on untrusted input: a file, a feed. */
export interface Task<I, O> {
  /** For the log and for errors: `creatives.inspect-file`. */
  readonly name: string;
  /**
   * The module that does it, by its URL (`new URL("…", import.meta.url).href`). It and its imports are loaded in the
   * thread.
   */
  readonly module: string;
  /** Which of the module's functions. Its arguments and result must be cloneable; it may be asynchronous. */
  readonly work: string;
  /** From when a thread takes it; then the thread is ended, whatever it does. */
  readonly deadlineMs: number;
  /**
   * Of the thread's heap; transferred bytes do not count. It ends a thread that grows. A single huge allocation, as by
   * `JSON.parse` of millions of values, can still end the process: estimate first, and refuse.
   */
  readonly memoryMb: number;
  /** How many threads do it concurrently; others wait in order of arrival. */
  readonly atOnce: number;
  /** Type-only: it keeps the input and output of a task apart from another's. */
  readonly types?: (input: I) => O;
}

/** Two concurrently, ten seconds and 256 MB each, unless stated otherwise. */
export function task<I, O>(
  declared: Pick<Task<I, O>, "name" | "module" | "work"> &
    Partial<Pick<Task<I, O>, "deadlineMs" | "memoryMb" | "atOnce">>,
): Task<I, O> {
  return { deadlineMs: 10_000, memoryMb: 256, atOnce: 2, ...declared };
}

export interface TaskOptions {
  /** Transferred to the thread, not copied: the caller can no longer read them. */
  readonly transfer?: readonly ArrayBuffer[];
}

/** Threads for parsing that could block the loop or fill the memory, so that only they are ended. */
export interface Workers {
  /** The result of the task's function; its exceptions are thrown here. `WorkerFailure` if it did not finish. */
  run<I, O>(task: Task<I, O>, input: I, options?: TaskOptions): Promise<O>;
  /** How much runs and waits, by task, for the metrics page. */
  depths(): readonly { readonly task: string; readonly waiting: number; readonly active: number }[];
  /** Ends what still runs. */
  close(): Promise<void>;
}

export type WorkerFailureKind = "deadline" | "memory" | "busy" | "crashed";

/** A task that did not finish. The message says what happened, and follows the name of what was read. */
export class WorkerFailure extends Error {
  readonly kind: WorkerFailureKind;

  constructor(kind: WorkerFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
