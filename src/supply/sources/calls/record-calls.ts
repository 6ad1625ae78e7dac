import type { Context } from "../../../ground/kernel/context.ts";
import type { NewSourceCall } from "./source-call.ts";
import { insertCalls } from "./store.ts";

/** Writes down what the viewer's sources were asked, and what came of it. */
export async function recordCalls(ctx: Context, calls: readonly NewSourceCall[]): Promise<void> {
  const { db, viewer, requestId, now } = ctx;
  await insertCalls(db, viewer.customerId, calls, { requestId, at: now });
}
