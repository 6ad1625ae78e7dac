import type { Context } from "../../../ground/kernel/context.ts";
import type { BuyerIdentity } from "../../../ground/seller-agent/index.ts";
import { notify } from "../../../platform/notifications/index.ts";
import type { LibraryCreative } from "../library/library-creative.ts";
import type { ReviewedBuyer } from "./review.ts";
import { insertReviews, revokePending } from "./store.ts";

interface Sender {
  readonly buyer: BuyerIdentity;
  readonly mediaBuyId: string | null;
}

/** Requests a review of what was sent, and notifies the storefront's people. */
export async function openReviews(
  ctx: Context,
  { buyer, mediaBuyId }: Sender,
  creatives: readonly LibraryCreative[],
): Promise<void> {
  const [first, ...others] = creatives;
  if (!first) return;
  const { db, viewer, now } = ctx;
  await insertReviews(db, viewer.customerId, { buyer: reviewed(buyer), mediaBuyId, creatives }, now);
  // One notification for everything submitted together, because a buyer may send a hundred creatives in one request.
  const what = `The creative ${JSON.stringify(first.name)}${others.length > 0 ? `, with ${others.length} more,` : ""}`;
  await notify(ctx, {
    type: "creative.review_requested",
    resourceType: "CREATIVE",
    resourceId: first.creativeId,
    message: `${what} of ${buyer.name} waits for your approval: GET /creative-reviews`,
  });
}

/** Withdraws reviews, because the buyer sent other content or the creative is gone. */
export async function withdrawReviews(
  { db, viewer, now }: Context,
  libraryCreativeIds: readonly number[],
): Promise<void> {
  if (libraryCreativeIds.length > 0) await revokePending(db, viewer.customerId, libraryCreativeIds, now);
}

function reviewed({ customerId, name, brandDomain, operatorDomain }: BuyerIdentity): ReviewedBuyer {
  return { customerId, name, domains: [brandDomain, operatorDomain].filter((domain) => domain !== null) };
}
