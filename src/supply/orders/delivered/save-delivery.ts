import type { Context } from "../../../ground/kernel/context.ts";
import type { DeliveryAnswer } from "../../../ground/seller-agent/index.ts";
import type { Order } from "../order.ts";
import { soldDaysOf } from "./sold-delivery.ts";
import { upsertSoldDays } from "./store.ts";

/** Stores what sources reported about these orders, so that their seller can see it without asking again. */
export async function saveDelivery(
  { db, viewer, now }: Context,
  orders: readonly Order[],
  answers: readonly DeliveryAnswer[],
): Promise<void> {
  const days = soldDaysOf(orders, answers);
  if (days.length > 0) await upsertSoldDays(db, viewer.customerId, days, now);
}
