import type { Context } from "../../../../ground/kernel/context.ts";
import type { Order } from "../../order.ts";
import { countBypass } from "./store.ts";

/** An order that the policy would have held went through without a review: it is counted, and recorded in the audit log. */
export async function recordBypass(ctx: Context, { orderId }: Order, buyerCustomerId: number): Promise<void> {
  const { db, viewer, now } = ctx;
  await countBypass(db, viewer.customerId, buyerCustomerId, now);
  await ctx.audit({
    viewer,
    operation: "media-buy-approvals.bypass",
    action: "EXECUTE",
    resourceType: "MEDIA_BUY",
    resourceId: orderId,
  });
}
