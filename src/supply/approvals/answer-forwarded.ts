import type { Context } from "../../ground/kernel/context.ts";
import type { Forwarding } from "./decide-order.ts";
import { tellBuyer } from "./notify-buyer.ts";
import { getQueued, type Queued } from "./queue.ts";
import { forwardedView } from "./schema.ts";

/** How a media buy stands once its sources were asked, for whoever decided on it and for its buyer. */
export async function answerForwarded({ orderId, legIds }: Forwarding, _: unknown, ctx: Context) {
  const queued = await getQueued(ctx, orderId);
  if (!isRefusedBySources(queued)) await tellBuyer(ctx, queued.sold);
  return forwardedView(queued, legIds.length > 0);
}

/** Then its people may settle with the sources what is wrong, before the buyer asks and hears of it. */
function isRefusedBySources({ approval, sold }: Queued): boolean {
  return approval.status === "approved" && sold.legs.every(({ leg }) => leg.state === "rejected");
}
