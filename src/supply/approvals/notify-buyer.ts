import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import type { JobReference } from "../../ground/kernel/step.ts";
import { wakeBuyer } from "../orders/index.ts";
import type { SoldOrder } from "../orders/seller-view/index.ts";

interface RefreshInput {
  readonly customerId: number;
  readonly mediaBuyId: string;
}

/** How a buyer of this installation asks after its media buy: what it hears, its own people are told of. */
const refresh: JobReference<RefreshInput> = {
  name: "media-buys.refresh",
  input: z.object({ customerId: z.int(), mediaBuyId: z.string() }),
};

/** Has the buyer ask now; by itself it does so every hour. One that called the agent is called back, if it asked to be. */
export async function tellBuyer(ctx: Context, { order }: SoldOrder): Promise<void> {
  const { buyerRef, buyer } = order;
  const { customerId } = buyer.identity;
  if (customerId !== null) await ctx.enqueue(refresh, { customerId, mediaBuyId: buyerRef }, { key: buyerRef });
  await wakeBuyer(ctx, order);
}
