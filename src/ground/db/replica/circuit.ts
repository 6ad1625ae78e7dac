import type { Log } from "../../kernel/log.ts";

const FIRST_MS = 5_000;
const MOST_MS = 60_000;

/** A circuit breaker: after a failure, calls are suspended for a while, and for twice as long after each further one. */
export interface Circuit {
  isClosed(): boolean;
  worked(): void;
  failed(error: unknown): void;
}

/** Each outage is logged when it begins and when it is over. */
export function openCircuit(log: Log, now: () => number = () => performance.now()): Circuit {
  let [until, forMs] = [Number.NEGATIVE_INFINITY, 0];
  return {
    isClosed: () => now() >= until,
    worked() {
      if (forMs > 0) log.info({}, "the replica answers lists and reports again");
      forMs = 0;
    },
    failed(error) {
      // Concurrent calls fail together and count as one failure.
      if (now() < until) return;
      if (forMs === 0)
        log.warn({ err: error }, "the replica is unavailable: the database answers lists and reports meanwhile");
      forMs = Math.min(forMs === 0 ? FIRST_MS : 2 * forMs, MOST_MS);
      until = now() + forMs;
    },
  };
}
