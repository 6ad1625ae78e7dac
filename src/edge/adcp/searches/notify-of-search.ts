import type { Context } from "../../../ground/kernel/context.ts";
import { type Callback, decided, saveCallback } from "../../../supply/callers/callbacks/index.ts";
import { findSearch } from "../../../supply/callers/searches/index.ts";
import { writtenFor } from "../callbacks/callback-body.ts";
import { sendCallback } from "../callbacks/send-callback.ts";
import { standingOfSearch } from "./search-later.ts";

/** Notifies the caller of a search that has ended. */
export async function notifyOfSearch(ctx: Context, callback: Callback): Promise<void> {
  const { customerId } = ctx.viewer;
  const search = await findSearch(ctx.db, customerId, callback, callback.taskId);
  const standing = search && standingOfSearch(search);
  if (!standing || standing.status === "submitted") return;
  await saveCallback(ctx.db, customerId, decided(callback, writtenFor(ctx, callback, standing)));
  await ctx.enqueue(sendCallback, { customerId, eventId: callback.eventId, attempt: callback.fence });
}
