/** Work in a separate thread, on untrusted input: a file, a feed. */
export interface Task<I, O> {
  /** For the log and for errors: `creatives.inspect-file`. */
  readonly name: string;
  /** The URL of the module that does it (`new URL("…", import.meta.url).href`). The module and its imports are loaded in the thread. */
  readonly module: string;
  /** The module's function to call. Its arguments and result must be cloneable; it may be asynchronous. */
  readonly work: string;
  /** Counted from when a thread takes the task; after that the thread is ended, whatever it is doing. */
  readonly deadlineMs: number;
  /**
   * The limit of the thread's heap; transferred bytes do not count. A thread that grows beyond it is ended. A single huge allocation, as by
   * `JSON.parse` of millions of values, can still end the process, so estimate the size first, and refuse.
   */
  readonly memoryMb: number;
  /** How many threads do it concurrently; others wait in order of arrival. */
  readonly atOnce: number;
  /** Exists only in the type, to distinguish the input and output of different tasks. */
  readonly types?: (input: I) => O;
}

/** Two at a time, with ten seconds and 256 MB each, unless stated otherwise. */
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

/** Threads for parsing that could block the event loop or fill the memory, so that only the thread is lost. */
export interface Workers {
  /** Returns the result of the task's function, and throws its exceptions. Throws `WorkerFailure` if it did not finish. */
  run<I, O>(task: Task<I, O>, input: I, options?: TaskOptions): Promise<O>;
  /** How many tasks are running and waiting, by name, for the metrics page. */
  depths(): readonly { readonly task: string; readonly waiting: number; readonly active: number }[];
  /** Ends the tasks that are still running. */
  close(): Promise<void>;
}

export type WorkerFailureKind = "deadline" | "memory" | "busy" | "crashed";

/** A task did not finish. The message says what happened, and is meant to follow the name of what was read. */
export class WorkerFailure extends Error {
  readonly kind: WorkerFailureKind;

  constructor(kind: WorkerFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
