import type { Context } from "../../../ground/kernel/context.ts";
import type { NewSourceCall } from "./source-call.ts";
import { insertCalls } from "./store.ts";

/** Records the requests to the viewer's sources, with their results. */
export async function recordCalls(ctx: Context, calls: readonly NewSourceCall[]): Promise<void> {
  const { db, viewer, requestId, now } = ctx;
  await insertCalls(db, viewer.customerId, calls, { requestId, at: now });
}
