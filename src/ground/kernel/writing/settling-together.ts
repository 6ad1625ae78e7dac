import { groupCommit } from "../../db/batching/index.ts";
import type { Context } from "../context.ts";

type Work<T> = (ctx: Context) => Promise<T>;
type Within = <T>(work: Work<T>) => Promise<T>;

/**
 * Settles in one transaction what was answered together: whoever comes while another is being written shares the next. What cannot be
 * settled together is settled by itself, so that nothing fails for another, and nobody waits for those who have not been answered.
 */
export function settlingTogether(within: Within): Within {
  const settle = groupCommit<Work<void>>((all) =>
    within(async (ctx) => {
      // All of them have ended before the transaction does.
      const ends = await Promise.allSettled(all.map((work) => work({ ...ctx, changes: new Map() })));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
    }),
  );
  return async <T>(work: Work<T>) => {
    const settled: T[] = [];
    await settle(async (ctx) => {
      settled.splice(0, settled.length, await work(ctx));
    });
    return settled[0] as T;
  };
}
