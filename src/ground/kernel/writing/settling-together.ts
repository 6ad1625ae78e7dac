import { groupCommit } from "../../db/batching/index.ts";
import type { Context } from "../context.ts";

type Work<T> = (ctx: Context) => Promise<T>;

/** Opens a transaction. */
export type RunInTransaction = <T>(work: Work<T>) => Promise<T>;

/** Calls that were claimed together, and the means to settle them together. */
export interface SettlementBatch {
  /** Makes a call. Other calls that settle in the meantime may wait briefly for its answer. */
  asking<T>(call: () => Promise<T>): Promise<T>;
  readonly within: RunInTransaction;
}

/** Answers that arrive within this time are settled together. The caller waits for the last one anyway, and after a crash they are requested again. */
const WAITED_MS = 50;

/**
 * Settles answers that arrive together in one transaction; nobody waits longer than that for calls without an answer. Answers that cannot
 * be settled together are settled separately, so that a failure affects no other.
 */
export function settlingTogether(within: RunInTransaction): SettlementBatch {
  const settle = groupCommit<Work<unknown>, unknown>((all) =>
    within(async (ctx) => {
      // `allSettled`, because all work must have ended before the transaction does.
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
