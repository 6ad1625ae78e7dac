import { askAboutCreativesJob } from "../../../ground/job-references/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { Order } from "../../orders/creatives/index.ts";

/** A buyer on another system does not use our jobs; it polls. */
export async function notifyBuyer({ enqueue }: Context, { buyer, buyerRef }: Order): Promise<void> {
  const { customerId } = buyer.identity;
  if (customerId !== null) await enqueue(askAboutCreativesJob, { customerId, mediaBuyId: buyerRef }, { key: buyerRef });
}
