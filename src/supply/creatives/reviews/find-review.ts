import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import type { CreativeReview } from "./review.ts";
import { findReviews } from "./store.ts";

/**
 * The review of the creative with the buyer's id: the one named, otherwise a pending one, otherwise the newest. Throws
 * `NotFound`.
 */
export async function getReview(ctx: Context, creativeId: string, reviewId?: number): Promise<CreativeReview> {
  const [review] = await findReviews(ctx.db, ctx.viewer.customerId, creativeId, reviewId);
  if (review) return review;
  throw new NotFound(`you have no review of a creative ${creativeId}: GET /creative-reviews lists them`);
}

/** The pending review. Throws `Conflict` if several buyers have a creative with this id and no review is named. */
export async function getPendingReview(ctx: Context, creativeId: string, reviewId?: number): Promise<CreativeReview> {
  if (reviewId === undefined) {
    const found = await findReviews(ctx.db, ctx.viewer.customerId, creativeId);
    const pending = found.filter(({ status }) => status === "pending");
    if (pending.length > 1) {
      const ids = pending.map((one) => one.reviewId).join(", ");
      throw new Conflict(`several buyers have a creative ${creativeId}: say which by review_id, one of ${ids}`);
    }
  }
  const review = await getReview(ctx, creativeId, reviewId);
  if (review.status === "pending") return review;
  throw new InvalidState(`this review is ${review.status}: only one that is pending can be decided`);
}
