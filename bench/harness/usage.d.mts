/** The resources that a process has used so far, and those it holds. */
export interface Usage {
  /** User and system time, of all its threads. */
  readonly cpuMs: number;
  readonly residentBytes: number;
  /** JavaScript objects, including those that have not been collected yet. */
  readonly heapBytes: number;
}

export function usageSoFar(): Usage;
