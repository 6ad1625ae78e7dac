import type { Context } from "../../../ground/kernel/context.ts";
import { listOrders } from "../../orders/creatives/index.ts";
import { notifyAccount } from "../library/notify-account.ts";
import { decideCreative, findLibraryCreative, lockLibrary } from "../library/store.ts";
import { showLater } from "../showings/show-order.ts";
import { listOrdersShowing, openShowings } from "../showings/store.ts";
import { getPendingReview, getReview } from "./find-review.ts";
import { notifyBuyer } from "./notify-buyer.ts";
import type { CreativeReview, Decision } from "./review.ts";
import { decideReview as writeDown } from "./store.ts";

export interface Decided {
  readonly status: Decision;
  readonly reviewerNotes: string | null;
  /** Identifies the review if several buyers have a creative with this id. */
  readonly reviewId: number | undefined;
}

/**
 * Approved content is sent to the sources, where it replaces what they showed before; rejected content is no longer
 * shown at all. Throws `NotFound`, `Conflict` and `InvalidState`.
 */
export async function decideReview(ctx: Context, creativeId: string, decided: Decided): Promise<CreativeReview> {
  const { db, viewer, now } = ctx;
  const { customerId, userId: reviewedBy } = viewer;
  const asked = await getPendingReview(ctx, creativeId, decided.reviewId);
  const creative = await findLibraryCreative(db, customerId, asked.libraryCreativeId);
  await lockLibrary(db, customerId, creative);
  // Before we got the lock, its previous holder may have sent other content or decided.
  const { reviewId, libraryCreativeId } = await getPendingReview(ctx, creativeId, asked.reviewId);
  const { status, reviewerNotes } = decided;
  await writeDown(db, customerId, reviewId, { status, reviewerNotes, reviewedBy }, now);
  await decideCreative(db, customerId, libraryCreativeId, { standing: status, note: reviewerNotes }, now);
  await notifyAccount(ctx, { ...creative, standing: "pending_review" }, { standing: status, note: reviewerNotes });
  await notify(ctx, await listOrdersShowing(db, customerId, [libraryCreativeId]));
  return getReview(ctx, creativeId, reviewId);
}

/** Notifies the sources of these orders, and the buyers on this installation. */
async function notify(ctx: Context, orderIds: readonly string[]): Promise<void> {
  const { db, viewer } = ctx;
  await openShowings(db, viewer.customerId, orderIds);
  for (const orderId of orderIds) await showLater(ctx, orderId, 0);
  for (const order of await listOrders(db, viewer.customerId, orderIds)) await notifyBuyer(ctx, order);
}
