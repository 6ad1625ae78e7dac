import type { DeliveryAnswer } from "../../../ground/seller-agent/index.ts";
import type { Order } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { soldDaysOf } from "./sold-delivery.ts";
import { upsertSoldDays } from "./store.ts";

/** Writes down what sources reported of these orders, so that their seller sees it without asking again. */
export async function keepDelivery(
  side: SellerSide,
  orders: readonly Order[],
  answers: readonly DeliveryAnswer[],
): Promise<void> {
  const days = soldDaysOf(orders, answers);
  if (days.length === 0) return;
  await side.write(({ db, viewer, now }) => upsertSoldDays(db, viewer.customerId, days, now));
}
