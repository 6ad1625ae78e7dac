import { refreshJob, wakeTasksJob } from "../../ground/job-references/index.ts";
import type { Context } from "../../ground/kernel/context.ts";
import type { Order } from "./order.ts";

/** Has the buyer ask now; by itself it does so every hour. One that called the agent is called back, if it asked to be. */
export async function tellBuyer(ctx: Context, order: Order): Promise<void> {
  const { buyerRef, buyer } = order;
  const { customerId } = buyer.identity;
  if (customerId !== null) await ctx.enqueue(refreshJob, { customerId, mediaBuyId: buyerRef }, { key: buyerRef });
  await wakeBuyer(ctx, order);
}

/** Has the buyer ask what was delivered from this day on, also of an order that is long over. One elsewhere asks of its own accord. */
export async function tellBuyerOfReport({ enqueue }: Context, order: Order, reportedFrom: string): Promise<void> {
  const { buyerRef: mediaBuyId, buyer } = order;
  const { customerId } = buyer.identity;
  if (customerId === null) return;
  await enqueue(refreshJob, { customerId, mediaBuyId, reportedFrom }, { key: `${mediaBuyId} ${reportedFrom}` });
}

/** Has the tasks of an order asked after now that something is known to have become of it; by itself that takes minutes. */
export async function wakeBuyer({ enqueue, viewer }: Context, { orderId, storefrontId, buyer }: Order): Promise<void> {
  const { customerId } = viewer;
  await enqueue(wakeTasksJob, { customerId, storefrontId, principal: buyer.principal, orderId }, { key: orderId });
}
