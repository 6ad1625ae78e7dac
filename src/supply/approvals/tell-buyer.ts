import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import type { Errand } from "../../ground/kernel/step.ts";
import type { SoldOrder } from "../orders/seller-view/index.ts";

interface RefreshInput {
  readonly customerId: number;
  readonly mediaBuyId: string;
}

/** How a buyer of this installation asks after its media buy: what it hears, its own people are told of. */
const refresh: Errand<RefreshInput> = {
  name: "media-buys.refresh",
  input: z.object({ customerId: z.int(), mediaBuyId: z.string() }),
};

/** Has the buyer ask now; by itself it does so every hour. One of another system knows nothing of our jobs, and polls. */
export async function tellBuyer({ enqueue }: Context, { order: { buyer, buyerRef } }: SoldOrder): Promise<void> {
  const { customerId } = buyer.identity;
  if (customerId !== null) await enqueue(refresh, { customerId, mediaBuyId: buyerRef }, { key: buyerRef });
}
