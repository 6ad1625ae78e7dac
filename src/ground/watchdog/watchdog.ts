import { AsyncLocalStorage } from "node:async_hooks";
import type { Log } from "../kernel/log.ts";

/** A long computation makes everybody else wait: this detects it, and names the work responsible. */
export interface Watchdog {
  /** Runs work under the name of an operation, a step or a tool. */
  within<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Reports that the current work is about to wait for something, so that it has held the event loop until now. */
  touch(): void;
  /** How often and how long the event loop has been held, and by what, for the metrics page. */
  holds(): readonly Held[];
  close(): void;
}

interface Held {
  /** `unknown` if no work reported afterwards. */
  readonly by: string;
  readonly times: number;
  readonly ms: number;
}

const BEAT_MS = 20;
/** The loop being held for longer than this is reported. */
const MOST_MS = 50;
/** If the loop is held all the time, it is reported this often. */
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
    // If the culprit is unknown, all work in progress is suspect.
    const suspects = by === UNKNOWN && under.size > 0 ? { suspects: [...under.keys()].slice(0, 20) } : {};
    log.warn({ heldBy: by, heldMs: Math.round(ms), ...suspects }, "the event loop was held");
  };
  const touch = () => {
    const now = performance.now();
    // The loop may have been idle until the beat was due.
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
