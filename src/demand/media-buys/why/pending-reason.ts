import { mostAttemptsOf, POLICIES } from "../../../ground/dispatch/index.ts";
import { refusedIn } from "../creatives/creative-sync.ts";
import { isFrozen, type MediaBuy } from "../media-buy.ts";

export const PENDING_REASONS = [
  "forward_failed_needs_correction",
  "forward_failed_retrying",
  "awaiting_storefront_approval",
  "awaiting_source_moderation",
  "no_creatives_attached",
  "source_rejected_creatives",
  "scheduled_not_started",
] as const;

export type PendingReason = (typeof PENDING_REASONS)[number];

/** A code for why a buy that is not over does not deliver yet; `why` says the same in a sentence. Null for any other buy. */
export function pendingReasonOf(buy: MediaBuy): PendingReason | null {
  const { status, sellerStatus, attempts, error } = buy;
  if (isFrozen(buy)) {
    const isLeft = attempts >= mostAttemptsOf(POLICIES.mediaBuy) || error?.code === "OUTCOME_UNKNOWN";
    return isLeft ? "forward_failed_needs_correction" : "forward_failed_retrying";
  }
  if (status === "PENDING_APPROVAL")
    return pendingAt(buy) === "storefront" ? "awaiting_storefront_approval" : "awaiting_source_moderation";
  if (status !== "INPUT_REQUIRED" && status !== "ACTIVE") return null;
  if (sellerStatus === "pending_creatives" && isRefused(buy)) return "source_rejected_creatives";
  if (sellerStatus === "pending_creatives")
    return isReviewing(buy) ? "awaiting_source_moderation" : "no_creatives_attached";
  return sellerStatus === "pending_start" ? "scheduled_not_started" : null;
}

/** Whether the seller has everything it needs and is reviewing it. */
function isReviewing({ creatives }: MediaBuy): boolean {
  return creatives?.state === "done" && creatives.missing.length === 0;
}

/**
 * Whether the seller waits for other creatives, because it refused the ones that it was sent; false while others are
 * being sent.
 */
function isRefused({ creatives, creativesRefused }: MediaBuy): boolean {
  if (creatives?.state === "open" || (creatives?.missing.length ?? 0) > 0) return false;
  return creativesRefused || (creatives !== null && refusedIn(creatives).length > 0);
}

/**
 * Who has to decide: a storefront on this installation, as long as it has not asked any seller behind it and the buy
 * can be canceled there by its id; otherwise a seller, behind a storefront or elsewhere.
 */
export function pendingAt({ storefrontId, status, sellerMediaBuyId }: MediaBuy): "storefront" | "salesagent" {
  const isHeld = storefrontId !== null && status === "PENDING_APPROVAL" && sellerMediaBuyId !== null;
  return isHeld ? "storefront" : "salesagent";
}
