import type { BuyerOfStorefront } from "../../orders/creatives/index.ts";
import type { SellerSide } from "../../orders/index.ts";
import { showLater } from "../showings/show-order.ts";
import { listOrdersShowing, openShowings } from "../showings/store.ts";
import { archive } from "./add-creatives.ts";
import type { CreativeStatus, Purge } from "./library-creative.ts";
import { notifyPurged } from "./notify-account.ts";
import { findTrial, lockLibrary, recordPurged } from "./store.ts";

interface PurgeRequest extends Pick<Purge, "kind" | "reason"> {
  readonly note: string | null;
}

/**
 * Destroys the content of a creative in a buyer's sandbox account, like a seller that stops keeping it; undefined if
 * the creative is live or missing.
 */
export function purgeCreative(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  creativeId: string,
  { kind, reason, note }: PurgeRequest,
): Promise<{ readonly before: CreativeStatus; readonly isUnderReview: boolean } | undefined> {
  return side.write(async (ctx) => {
    const { db, viewer, now } = ctx;
    const { customerId } = viewer;
    const asked = await findTrial(db, customerId, buyer, creativeId);
    if (!asked) return undefined;
    await lockLibrary(db, customerId, asked.creative);
    const { creative, isUnderReview } = (await findTrial(db, customerId, buyer, creativeId)) ?? asked;
    const { standing: before, libraryCreativeId } = creative;
    if (isUnderReview) return { before, isUnderReview };
    const orderIds = await listOrdersShowing(db, customerId, [libraryCreativeId]);
    await archive(ctx, [libraryCreativeId]);
    const purge: Purge = { kind, reason, at: now.toISOString(), before };
    await recordPurged(db, customerId, libraryCreativeId, purge);
    await notifyPurged(ctx, creative, purge, note);
    await openShowings(db, customerId, orderIds);
    for (const orderId of orderIds) await showLater(ctx, orderId, 0);
    return { before, isUnderReview };
  });
}
