import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { decide, type Review } from "./review.ts";
import { lockReviewOfInstallation, updateReviewOfInstallation } from "./review-store.ts";

export async function decideReview(
  ctx: Context,
  storefrontId: number,
  step: "list" | "hide",
  reason: string | null,
): Promise<Review> {
  const db = installationDb(ctx);
  const review = await lockReviewOfInstallation(db, storefrontId);
  if (!review) throw new NotFound(`there is no storefront ${storefrontId}`);
  const decided = decide(review, step, reason, ctx.now);
  await updateReviewOfInstallation(db, decided);
  return decided;
}
