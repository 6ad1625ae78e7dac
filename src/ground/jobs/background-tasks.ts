import { setImmediate as nextTurn } from "node:timers/promises";
import { awayOf } from "../db/connection/index.ts";
import type { Log } from "../kernel/log.ts";

/** Work that nobody waits for, and that the answer it belongs to never fails by. What does not get done is counted and logged. */
export interface BackgroundTasks {
  /** Done once there is room, a few at a time; `what` names it in the log. */
  add(what: string, work: () => Promise<unknown>): void;
  /** Waits until what was added before is done, whatever comes meanwhile. */
  caughtUp(): Promise<void>;
  /** Waits until nothing is left. */
  idle(): Promise<void>;
  /** How many failed, or came while too many waited. */
  readonly lost: number;
}

const AT_ONCE = 2;
const MOST_WAITING = 1_000;

export function openBackgroundTasks(log: Log): BackgroundTasks {
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();
  let lost = 0;

  const lose = (what: string, error?: unknown) => {
    lost += 1;
    if (!awayOf(error)) log.error({ err: error, what, lost }, "something was not written down");
  };
  const begin = () => {
    while (running.size < AT_ONCE) {
      const work = waiting.shift();
      if (!work) return;
      const run = work().finally(() => {
        running.delete(run);
        begin();
      });
      running.add(run);
    }
  };
  return {
    add(what, work) {
      if (waiting.length >= MOST_WAITING) return lose(what, new Error(`${MOST_WAITING} others wait`));
      waiting.push(() => attempt(work).catch((error: unknown) => lose(what, error)));
      begin();
    },
    async caughtUp() {
      // They are begun in the order in which they came: once the last of them is begun, those that run are all that is left.
      const last = waiting.at(-1);
      const isWaiting = () => last !== undefined && waiting.includes(last);
      while (isWaiting()) await Promise.race(running);
      await Promise.all(running);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    get lost() {
      return lost;
    },
  };
}

/** Not before whoever left it behind has gone on: even the beginning of the work is nobody's wait. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  await nextTurn();
  await work();
}
