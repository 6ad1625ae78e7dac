import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { afterStep, canTake, isFrozen, type MediaBuy } from "./media-buy.ts";
import { notifyOfStatus } from "./notify-of-buy.ts";
import { lockMediaBuys, saveMediaBuy } from "./store.ts";

export interface Archived {
  readonly mediaBuyId: string;
  /** Why the buy was not archived; null if it was. */
  readonly error: string | null;
}

/**
 * Deletes drafts that were never sent, and archives buys that are over. Any other buy has to be canceled first. Throws
 * `NotFound`.
 */
export async function archiveMediaBuys(ctx: Context, mediaBuyIds: readonly string[]): Promise<Archived[]> {
  const { db, viewer, now } = ctx;
  const buys = await lockMediaBuys(db, viewer.customerId, mediaBuyIds);
  const missing = mediaBuyIds.find((id) => !buys.some(({ mediaBuyId }) => mediaBuyId === id));
  if (missing !== undefined) throw new NotFound(`there is no media buy ${missing}`);
  const archived: Archived[] = [];
  for (const buy of buys) {
    const error = objectionTo(buy);
    if (error === null) {
      const saved = await saveMediaBuy(db, viewer.customerId, buy, afterStep(buy, "archive", now));
      await notifyOfStatus(ctx, buy, saved);
    }
    archived.push({ mediaBuyId: buy.mediaBuyId, error });
  }
  return archived;
}

const CANCEL_INSTEAD = "cancel it instead (POST /media-buys/{mediaBuyId}/cancel)";

function objectionTo(buy: MediaBuy): string | null {
  if (isFrozen(buy)) return `it was sent to ${buy.salesAgentName}, which may have it: ${CANCEL_INSTEAD}`;
  return canTake("archive", buy) ? null : `a media buy that is ${buy.status} cannot be deleted: ${CANCEL_INSTEAD}`;
}
