import { step } from "../../../ground/kernel/step.ts";
import { notifyBuyer } from "../wake-buyer.ts";
import { notification } from "./enqueue-notification.ts";
import { getQueued, type Queued } from "./queue.ts";

/** Notifies the buyer of a held order of the order's current status. */
export const notifyDecision = step({
  ...notification,
  async handle({ orderId }, ctx): Promise<void> {
    const queued = await getQueued(ctx, orderId);
    if (!isRefusedBySources(queued)) await notifyBuyer(ctx, queued.sold.order);
  },
});

/**
 * In this case the storefront's people get the chance to resolve the problem with the sources before the buyer asks and
 * learns of it.
 */
function isRefusedBySources({ approval, sold }: Queued): boolean {
  return approval.status === "approved" && sold.legs.every(({ leg }) => leg.state === "rejected");
}
