import { groupCommit } from "../../db/batching/index.ts";
import type { Context } from "../context.ts";

type Work<T> = (ctx: Context) => Promise<T>;

/** Opens a transaction. */
export type Within = <T>(work: Work<T>) => Promise<T>;

/** Calls that were claimed together, and what settles them. */
export interface JointSettling {
  /** Makes a call. Who settles meanwhile may wait for its answer. */
  asking<T>(call: () => Promise<T>): Promise<T>;
  readonly within: Within;
}

/** What is answered within this time is answered together. Who asked them waits for the last anyway; a crash meanwhile has them asked once more. */
const WAITED_MS = 50;

/**
 * Settles in one transaction what is answered together, and nobody waits longer for those who have not answered. What cannot be settled
 * together is settled by itself, so that nothing fails for another.
 */
export function settlingTogether(within: Within): JointSettling {
  const settle = groupCommit<Work<unknown>, unknown>((all) =>
    within(async (ctx) => {
      // All of them have ended before the transaction does.
      const ends = await Promise.allSettled(all.map((work) => work({ ...ctx, changes: new Map() })));
      return ends.map((end) => {
        if (end.status === "rejected") throw end.reason;
        return end.value;
      });
    }),
  );
  let asked = 0;
  let waiting: PromiseWithResolvers<void> | undefined;
  const goOn = () => {
    waiting?.resolve();
    waiting = undefined;
  };
  return {
    async asking(call) {
      asked += 1;
      try {
        return await call();
      } finally {
        asked -= 1;
        if (asked === 0) goOn();
      }
    },
    async within<T>(work: Work<T>) {
      if (asked > 0) await (waiting ??= waitingFor(WAITED_MS, goOn)).promise;
      return (await settle(work)) as T;
    },
  };
}

function waitingFor(ms: number, end: () => void): PromiseWithResolvers<void> {
  setTimeout(end, ms);
  return Promise.withResolvers<void>();
}
