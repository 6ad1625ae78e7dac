import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";
import type { Order } from "../../orders/creatives/index.ts";

/** How a buyer of this installation asks again what has become of its creatives. */
const askAgain: JobReference<{ readonly customerId: number; readonly mediaBuyId: string }> = {
  name: "media-buys.ask-about-creatives",
  input: z.object({ customerId: z.int(), mediaBuyId: z.string() }),
};

/** One of another system knows nothing of our jobs, and polls. */
export async function tellBuyer({ enqueue }: Context, { buyer, buyerRef }: Order): Promise<void> {
  const { customerId } = buyer.identity;
  if (customerId !== null) await enqueue(askAgain, { customerId, mediaBuyId: buyerRef }, { key: buyerRef });
}
