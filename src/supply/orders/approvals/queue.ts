import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import { listSoldOrders, type SoldOrder } from "../seller-view/index.ts";
import type { Approval, ApprovalStatus } from "./approval.ts";
import { findApproval, listApprovals } from "./store.ts";

/** A held order, and its current status at its sources. */
export interface Queued {
  readonly approval: Approval;
  readonly sold: SoldOrder;
}

/** A page of the orders with this status, newest first. */
export async function readQueue(
  ctx: Context,
  status: ApprovalStatus,
  page: Page,
): Promise<{ readonly queued: readonly Queued[]; readonly total: number }> {
  const { customerId } = await getOwnStorefront(ctx);
  const { approvals, total } = await listApprovals(ctx.db, customerId, status, page);
  return { queued: await withOrders(ctx, approvals), total };
}

/** Also throws `NotFound` for an order that was never held. */
export async function getQueued(ctx: Context, orderId: string): Promise<Queued> {
  const approval = found(await findApproval(ctx.db, ctx.viewer.customerId, orderId), orderId);
  const [queued] = await withOrders(ctx, [approval]);
  if (!queued) throw new Error(`the order ${orderId} has an approval, and is not there`);
  return queued;
}

export function found(approval: Approval | undefined, orderId: string): Approval {
  if (!approval)
    throw new NotFound(
      `media buy ${orderId} was never held for your approval: GET /media-buy-approvals lists those that were`,
    );
  return approval;
}

async function withOrders({ db, viewer }: Context, approvals: readonly Approval[]): Promise<Queued[]> {
  const ids = approvals.map(({ orderId }) => orderId);
  const sold = await listSoldOrders(db, viewer.customerId, ids);
  const orders = new Map(sold.map((one) => [one.order.orderId, one]));
  return approvals.flatMap((approval) => {
    const order = orders.get(approval.orderId);
    return order ? [{ approval, sold: order }] : [];
  });
}
