import type { Context } from "../../../ground/kernel/context.ts";
import { sum } from "../../../ground/kernel/money.ts";
import type { DeliveryAnswer, DeliveryRow } from "../../../ground/seller-agent/index.ts";
import { recordDelivery } from "../../analytics/index.ts";
import type { Order } from "../order.ts";
import { outcomeOf } from "./report-outcome.ts";

/** Tells analytics what sources reported about orders, with the current figures for each source and day. */
export async function reportDelivery(
  ctx: Context,
  orders: readonly Order[],
  { rows, currency }: Pick<DeliveryAnswer, "rows" | "currency">,
): Promise<void> {
  for (const order of orders) {
    const own = rows.filter(({ mediaBuyId }) => mediaBuyId === order.orderId);
    if (own.length === 0) continue;
    const { productIds: _, budget: __, ...whose } = outcomeOf(order);
    const legOf = new Map(order.legs.flatMap((leg) => leg.packages.map(({ packageId }) => [packageId, leg.legId])));
    const byReport = Map.groupBy(own, ({ day, packageId }) => `${day} ${legOf.get(packageId)}`);
    await recordDelivery(
      ctx,
      whose,
      [...byReport].map(([reportKey, reported]) => ({ reportKey, ...reportOf(reported), currency })),
    );
  }
}

function reportOf(rows: readonly DeliveryRow[]) {
  return {
    impressions: rows.reduce((total, { impressions }) => total + impressions, 0),
    spend: sum(rows.map(({ spend }) => spend)),
  };
}
