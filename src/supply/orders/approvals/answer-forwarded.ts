import type { Context } from "../../../ground/kernel/context.ts";
import type { Forwarding } from "./decide-order.ts";
import { getQueued } from "./queue.ts";
import { forwardedView } from "./schema.ts";

/** How a media buy stands once its sources were asked, for whoever decided on it. Its buyer is told by `tellDecision`. */
export async function answerForwarded({ orderId, legIds }: Forwarding, _: unknown, ctx: Context) {
  return forwardedView(await getQueued(ctx, orderId), legIds.length > 0);
}
