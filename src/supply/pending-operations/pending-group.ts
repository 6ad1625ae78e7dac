import type { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";

/** Beyond this number, the entries of a group are counted but not listed. */
export const MOST_LISTED = 200;

/** One kind of entry that waits for somebody. */
export interface PendingGroup<S extends z.ZodType = z.ZodType> {
  readonly view: S;
  /** Undefined if there are no such entries. */
  read(ctx: Context): Promise<z.input<S> | undefined>;
}

export function pendingGroup<S extends z.ZodType>(group: PendingGroup<S>): PendingGroup<S> {
  return group;
}
