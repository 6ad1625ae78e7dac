import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { type Notice, notifyAnyCustomer } from "../../platform/notifications/index.ts";
import { decide, type Review } from "./review.ts";
import { lockReviewOfInstallation, updateReviewOfInstallation } from "./review-store.ts";

/** The text for the seller. */
const NEWS: Readonly<
  Record<"list" | "hide", (name: string, reason: string | null) => Pick<Notice, "type" | "message">>
> = {
  list: (name) => ({
    type: "storefront.listed",
    message: `${name} is listed: every buyer on this installation can find it now`,
  }),
  hide: (name, reason) => ({
    type: "storefront.hidden",
    message: `${name} is hidden, and only buyers who already know it can see it: ${reason ?? "ask the operator why"}`,
  }),
};

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
  const { customerId, name } = decided;
  const about = { resourceType: "STOREFRONT", resourceId: String(storefrontId) };
  await notifyAnyCustomer(ctx, customerId, { ...about, ...NEWS[step](name, reason) });
  return decided;
}
