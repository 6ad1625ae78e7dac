import { answer } from "./answer.ts";

/** The resources that a process has used so far, and those it holds. */
export interface Usage {
  /** User and system time, of all its threads. */
  readonly cpuMs: number;
  readonly residentBytes: number;
  /** JavaScript objects, including those that have not been collected yet. */
  readonly heapBytes: number;
}

export function usageSoFar(): Usage {
  const { user, system } = process.cpuUsage();
  // Only available if the process was started with the flag for it.
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, residentBytes: rss, heapBytes: heapUsed };
}

// Loaded before the file that a child runs, so that even the server answers this question without knowing about it.
answer({ usage: usageSoFar });
// The parent has gone, so the processes of the bench end with it.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
