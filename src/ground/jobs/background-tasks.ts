import { setImmediate as nextTurn } from "node:timers/promises";
import { awayOf } from "../db/connection/index.ts";
import type { Log } from "../kernel/log.ts";

/** Work that follows an answer and whose failure never affects it. Failures are counted and logged. */
export interface BackgroundTasks {
  /**
   * Executes the work when there is capacity, a few pieces at a time; `what` names it in the log. If work with the same key is still
   * waiting, that covers this request too.
   */
  add(what: string, work: () => Promise<unknown>, key?: string): void;
  /** Like `add`, but not before this many milliseconds have passed; until then, further requests with the same key are covered by it. */
  addLater(what: string, work: () => Promise<unknown>, key: string, afterMs: number): void;
  /** Executes the work now. The answer waits for it, and is sent even if it fails. */
  finish(what: string, work: () => Promise<unknown>): Promise<void>;
  /** Waits until no work is left; delayed work is executed now. */
  idle(): Promise<void>;
  /** How many pieces of work failed, or were dropped because too many were waiting. */
  readonly lost: number;
}

const AT_ONCE = 2;
const MOST_WAITING = 1_000;

export function openBackgroundTasks(log: Log): BackgroundTasks {
  const waiting: { readonly key: string | undefined; readonly work: () => Promise<void> }[] = [];
  const running = new Set<Promise<void>>();
  const later = new Map<string, () => void>();
  let lost = 0;

  const lose = (what: string, error?: unknown) => {
    lost += 1;
    if (!awayOf(error)) log.error({ err: error, what, lost }, "something was not written down");
  };
  const begin = () => {
    while (running.size < AT_ONCE) {
      const next = waiting.shift();
      if (!next) return;
      const run = next.work().finally(() => {
        running.delete(run);
        begin();
      });
      running.add(run);
    }
  };
  const add: BackgroundTasks["add"] = (what, work, key) => {
    if (key !== undefined && waiting.some((one) => one.key === key)) return;
    if (waiting.length >= MOST_WAITING) return lose(what, new Error(`${MOST_WAITING} others wait`));
    waiting.push({ key, work: () => attempt(work).catch((error: unknown) => lose(what, error)) });
    begin();
  };
  return {
    add,
    addLater(what, work, key, afterMs) {
      if (later.has(key)) return;
      const due = () => {
        clearTimeout(timer);
        if (later.delete(key)) add(what, work, key);
      };
      const timer = setTimeout(due, afterMs).unref();
      later.set(key, due);
    },
    async finish(what, work) {
      await work().catch((error: unknown) => lose(what, error));
    },
    async idle() {
      for (const due of later.values()) due();
      while (running.size > 0) await Promise.all(running);
    },
    get lost() {
      return lost;
    },
  };
}

/** Begins only after the caller has continued, so that nobody waits even for the start of the work. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  await nextTurn();
  await work();
}
