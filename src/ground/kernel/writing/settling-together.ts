import { groupCommit } from "../../db/batching/index.ts";
import type { Context } from "../context.ts";

type Work<T> = (ctx: Context) => Promise<T>;
type Within = <T>(work: Work<T>) => Promise<T>;

/**
 * Settles in one transaction what was answered together: whoever comes while another is being written shares the next. What cannot be
 * settled together is settled by itself, so that nothing fails for another, and nobody waits for those who have not been answered.
 */
export function settlingTogether(within: Within): Within {
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
  return async <T>(work: Work<T>) => (await settle(work)) as T;
}
