import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";
import type { Order } from "../order.ts";

interface TellInput {
  readonly customerId: number;
  readonly orderId: string;
}

/** How the buyer of an order that was held is told what has become of it. */
export const telling: JobReference<TellInput> = {
  name: "approvals.tell-buyer",
  input: z.object({ customerId: z.int(), orderId: z.string() }),
};

/** Has the buyer told after this transaction, whoever dies over what follows it; without a key, as each word is news. */
export async function leaveTelling({ viewer, enqueue }: Context, orderId: string, delayMs = 0): Promise<void> {
  await enqueue(telling, { customerId: viewer.customerId, orderId }, { delayMs });
}

/** Whether its buyer waits for the storefront's people, and not for an answer to its request. */
export function wasHeld({ screening }: Pick<Order, "screening">): boolean {
  return screening?.outcome === "held";
}
