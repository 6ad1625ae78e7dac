import type { Context } from "../../../ground/kernel/context.ts";
import type { Forwarding } from "./decide-order.ts";
import { getQueued } from "./queue.ts";
import { forwardedView } from "./schema.ts";

/** A media buy's status after its sources were asked, for the person who decided. `notifyDecision` notifies its buyer. */
export async function answerForwarded({ orderId, legIds }: Forwarding, _: unknown, ctx: Context) {
  return forwardedView(await getQueued(ctx, orderId), legIds.length > 0);
}
