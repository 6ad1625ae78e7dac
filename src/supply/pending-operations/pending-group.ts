import type { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";

/** More of a group are counted, and not listed. */
export const MOST_LISTED = 200;

/** One kind of thing that waits for somebody. */
export interface PendingGroup<S extends z.ZodType = z.ZodType> {
  readonly view: S;
  /** Undefined if nothing of the kind waits. */
  read(ctx: Context): Promise<z.input<S> | undefined>;
}

export function pendingGroup<S extends z.ZodType>(group: PendingGroup<S>): PendingGroup<S> {
  return group;
}
