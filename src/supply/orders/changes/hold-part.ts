import type { Context } from "../../../ground/kernel/context.ts";
import { lockApproval } from "../approvals/store.ts";
import type { Leg, Order } from "../order.ts";
import { findOrder } from "../store.ts";
import type { ChangePart } from "./change-part.ts";
import type { OrderChange } from "./order-change.ts";
import { findChange, lockPart } from "./store.ts";

/** A part of a change with its context; its order is locked with it until the end of the transaction. */
export interface LockedPart extends ChangePart {
  readonly leg: Leg;
  readonly order: Order;
  readonly targeting: OrderChange["targeting"];
}

/** Undefined if there is no such part. A concurrent decision on the order comes either before this or after it. */
export async function holdPart(
  { db, viewer: { customerId } }: Context,
  { orderId, idempotencyKey, legId }: Pick<ChangePart, "orderId" | "idempotencyKey" | "legId">,
): Promise<LockedPart | undefined> {
  await lockApproval(db, customerId, orderId);
  const part = await lockPart(db, customerId, { orderId, idempotencyKey, legId });
  const change = await findChange(db, customerId, { orderId, idempotencyKey });
  const order = await findOrder(db, customerId, orderId);
  const leg = order?.legs.find((one) => one.legId === legId);
  return part && change && order && leg && { ...part, leg, order, targeting: change.targeting };
}
