import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import type { JobReference } from "../../ground/kernel/step.ts";
import type { BuyerOfStorefront, Order } from "./order.ts";

interface WakeInput extends BuyerOfStorefront {
  readonly customerId: number;
  readonly orderId: string;
}

/** How those are told who asked to be called back about an order or its changes. */
const wakeTasks: JobReference<WakeInput> = {
  name: "adcp.wake-tasks",
  input: z.object({ customerId: z.int(), storefrontId: z.int(), principal: z.string(), orderId: z.string() }),
};

interface RefreshInput {
  readonly customerId: number;
  readonly mediaBuyId: string;
  readonly reportedFrom?: string | undefined;
}

/** How a buyer of this installation asks after its media buy: what it hears, its own people are told of. */
const refresh: JobReference<RefreshInput> = {
  name: "media-buys.refresh",
  input: z.object({ customerId: z.int(), mediaBuyId: z.string(), reportedFrom: z.iso.date().optional() }),
};

/** Has the buyer ask now; by itself it does so every hour. One that called the agent is called back, if it asked to be. */
export async function tellBuyer(ctx: Context, order: Order): Promise<void> {
  const { buyerRef, buyer } = order;
  const { customerId } = buyer.identity;
  if (customerId !== null) await ctx.enqueue(refresh, { customerId, mediaBuyId: buyerRef }, { key: buyerRef });
  await wakeBuyer(ctx, order);
}

/** Has the buyer ask what was delivered from this day on, also of an order that is long over. One elsewhere asks of its own accord. */
export async function tellBuyerOfReport({ enqueue }: Context, order: Order, reportedFrom: string): Promise<void> {
  const { buyerRef: mediaBuyId, buyer } = order;
  const { customerId } = buyer.identity;
  if (customerId === null) return;
  await enqueue(refresh, { customerId, mediaBuyId, reportedFrom }, { key: `${mediaBuyId} ${reportedFrom}` });
}

/** Has the tasks of an order asked after now that something is known to have become of it; by itself that takes minutes. */
export async function wakeBuyer({ enqueue, viewer }: Context, { orderId, storefrontId, buyer }: Order): Promise<void> {
  const { customerId } = viewer;
  await enqueue(wakeTasks, { customerId, storefrontId, principal: buyer.principal, orderId }, { key: orderId });
}
