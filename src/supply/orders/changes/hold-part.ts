import type { Context } from "../../../ground/kernel/context.ts";
import { lockApproval } from "../approvals/store.ts";
import type { Leg, Order } from "../order.ts";
import { findOrder } from "../store.ts";
import type { ChangePart } from "./change-part.ts";
import type { OrderChange } from "./order-change.ts";
import { findChange, lockPart } from "./store.ts";

/** A part of a change with what it is of; its order is held with it until the transaction ends. */
export interface HeldPart extends ChangePart {
  readonly leg: Leg;
  readonly order: Order;
  readonly targeting: OrderChange["targeting"];
}

/** Undefined where there is no such part. Whoever decides on the order meanwhile comes before this, or after it. */
export async function holdPart(
  { db, viewer: { customerId } }: Context,
  { orderId, idempotencyKey, legId }: Pick<ChangePart, "orderId" | "idempotencyKey" | "legId">,
): Promise<HeldPart | undefined> {
  await lockApproval(db, customerId, orderId);
  const part = await lockPart(db, customerId, { orderId, idempotencyKey, legId });
  const change = await findChange(db, customerId, { orderId, idempotencyKey });
  const order = await findOrder(db, customerId, orderId);
  const leg = order?.legs.find((one) => one.legId === legId);
  return part && change && order && leg && { ...part, leg, order, targeting: change.targeting };
}
