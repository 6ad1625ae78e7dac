import type { MediaBuyOutcome } from "../../ground/seller-agent/index.ts";
import { afterStep, canTake, type MediaBuy, withSellerStatus } from "./media-buy.ts";
import { errorOf } from "./refusal.ts";

/**
 * The buy after its seller's outcome, which arrives either immediately or by polling the seller's task (buyer contract
 * e.13, step 5).
 */
export function afterOutcome(buy: MediaBuy, outcome: MediaBuyOutcome, now: Date): MediaBuy {
  const answered = { ...buy, error: null, inDoubt: false, sentAt: null, leaseUntil: null, attempts: 0 };
  switch (outcome.kind) {
    case "done":
      return withSellerStatus(answered, outcome.mediaBuy, now);
    case "submitted": {
      const held = canTake("hold", answered) ? afterStep(answered, "hold", now) : answered;
      const waitingFor = outcome.message ?? `${buy.salesAgentName} has to decide on it`;
      const known = { taskId: outcome.taskId, sellerMediaBuyId: outcome.mediaBuyId ?? null };
      return { ...held, ...known, waitingOn: "seller", waitingFor };
    }
    case "input_required": {
      const asked = canTake("ask", answered) ? afterStep(answered, "ask", now) : answered;
      return { ...asked, taskId: outcome.taskId ?? buy.taskId, waitingOn: "buyer", waitingFor: outcome.message };
    }
    case "rejected":
      return { ...afterStep(answered, "reject", now), error: errorOf(outcome.errors) };
  }
}
