import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";
import type { Order } from "../order.ts";

interface NotificationInput {
  readonly customerId: number;
  readonly orderId: string;
}

/** A reference to the job that notifies the buyer of a held order of the result. */
export const notification: JobReference<NotificationInput> = {
  name: "approvals.tell-buyer",
  input: z.object({ customerId: z.int(), orderId: z.string() }),
};

/**
 * Enqueues the buyer's notification in this transaction, so that it happens whatever comes next. The job has no key,
 * because each notification is different.
 */
export async function enqueueNotification({ viewer, enqueue }: Context, orderId: string, delayMs = 0): Promise<void> {
  await enqueue(notification, { customerId: viewer.customerId, orderId }, { delayMs });
}

/** Whether its buyer waits for the storefront's people, rather than for the answer to its request. */
export function wasHeld({ screening }: Pick<Order, "screening">): boolean {
  return screening?.outcome === "held";
}
