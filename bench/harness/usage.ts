import { answer } from "./answer.ts";

/** What a process has used so far, and holds. */
export interface Usage {
  /** User and system time, of all its threads. */
  readonly cpuMs: number;
  readonly residentBytes: number;
  /** JavaScript objects, including those that have not been collected yet. */
  readonly heapBytes: number;
}

export function usageSoFar(): Usage {
  const { user, system } = process.cpuUsage();
  // Only where a process was started to be asked so.
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, residentBytes: rss, heapBytes: heapUsed };
}

// Loaded before the file that a child runs, so that the server answers it as well without knowing about it.
answer({ usage: usageSoFar });
// The parent is gone: the processes of the bench end with it.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
