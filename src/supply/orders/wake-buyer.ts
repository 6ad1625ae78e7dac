import { refreshJob, wakeTasksJob } from "../../ground/job-references/index.ts";
import type { Context } from "../../ground/kernel/context.ts";
import type { Order } from "./order.ts";

/** Makes the buyer poll now instead of within the hour. A buyer that called the agent is notified, if it asked for that. */
export async function notifyBuyer(ctx: Context, order: Order): Promise<void> {
  const { buyerRef, buyer } = order;
  const { customerId } = buyer.identity;
  if (customerId !== null) await ctx.enqueue(refreshJob, { customerId, mediaBuyId: buyerRef }, { key: buyerRef });
  await wakeBuyer(ctx, order);
}

/**
 * Makes the buyer poll what was delivered from this day on, even for an order that ended long ago. A buyer on another
 * system polls on its own.
 */
export async function notifyBuyerOfReport({ enqueue }: Context, order: Order, reportedFrom: string): Promise<void> {
  const { buyerRef: mediaBuyId, buyer } = order;
  const { customerId } = buyer.identity;
  if (customerId === null) return;
  await enqueue(refreshJob, { customerId, mediaBuyId, reportedFrom }, { key: `${mediaBuyId} ${reportedFrom}` });
}

/** Polls the tasks of an order immediately, because there is news about it, instead of within minutes. */
export async function wakeBuyer({ enqueue, viewer }: Context, { orderId, storefrontId, buyer }: Order): Promise<void> {
  const { customerId } = viewer;
  await enqueue(wakeTasksJob, { customerId, storefrontId, principal: buyer.principal, orderId }, { key: orderId });
}
