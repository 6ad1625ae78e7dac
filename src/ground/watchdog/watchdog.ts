import { AsyncLocalStorage } from "node:async_hooks";
import type { Log } from "../kernel/log.ts";

/** Code that computes makes everybody else wait: this notices, and names it. */
export interface Watchdog {
  /** Does work under the name of an operation, a step or a tool. */
  within<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** States that the current work is now waiting for something: it has held the loop until here. */
  touch(): void;
  /** How often and how long the loop has been held, and by what, for the metrics page. */
  holds(): readonly Held[];
  close(): void;
}

interface Held {
  /** `unknown` if nothing reported afterwards. */
  readonly by: string;
  readonly times: number;
  readonly ms: number;
}

const BEAT_MS = 20;
/** If held longer than this, it is reported. */
const MOST_MS = 50;
/** A loop that is held all the time is reported this often. */
const TELL_EVERY_MS = 1_000;

export function openWatchdog(log: Log): Watchdog {
  const names = new AsyncLocalStorage<string>();
  const under = new Map<string, number>();
  const holds = new Map<string, Held>();
  let last = performance.now();
  let reported = Number.NEGATIVE_INFINITY;

  const count = (name: string, by: 1 | -1) => {
    const left = (under.get(name) ?? 0) + by;
    if (left > 0) under.set(name, left);
    else under.delete(name);
  };
  const note = (by: string, ms: number, now: number) => {
    const { times = 0, ms: before = 0 } = holds.get(by) ?? {};
    holds.set(by, { by, times: times + 1, ms: before + ms });
    if (now - reported < TELL_EVERY_MS) return;
    reported = now;
    // Without a culprit, those who were under way are the suspects.
    const suspects = by === UNKNOWN && under.size > 0 ? { suspects: [...under.keys()].slice(0, 20) } : {};
    log.warn({ heldBy: by, heldMs: Math.round(ms), ...suspects }, "the event loop was held");
  };
  const touch = () => {
    const now = performance.now();
    // The time before the beat was due may have been idle.
    const held = now - last - BEAT_MS;
    last = now;
    if (held > MOST_MS) note(names.getStore() ?? UNKNOWN, held, now);
  };
  const beat = setInterval(() => names.exit(touch), BEAT_MS).unref();
  return {
    touch,
    within: (name, work) =>
      names.run(name, async () => {
        touch();
        count(name, 1);
        try {
          return await work();
        } finally {
          touch();
          count(name, -1);
        }
      }),
    holds: () => [...holds.values()],
    close: () => clearInterval(beat),
  };
}

const UNKNOWN = "unknown";
