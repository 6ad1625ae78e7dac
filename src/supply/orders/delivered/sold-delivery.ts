import type { Decimal } from "../../../ground/kernel/money.ts";
import type { DeliveryAnswer } from "../../../ground/seller-agent/index.ts";
import type { Order } from "../order.ts";

/** What one package of an order delivered on one day, according to its source's latest report. */
export interface SoldDay {
  readonly orderId: string;
  readonly packageId: string;
  /** `YYYY-MM-DD`, a day in `timeZone`. */
  readonly day: string;
  readonly storefrontId: number;
  readonly inventorySourceId: number;
  readonly currency: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly views: number;
  readonly completedViews: number;
  readonly conversions: number;
  /** What the buyer pays for the delivery. */
  readonly revenue: Decimal;
  /** False while the source may still correct the day. */
  readonly final: boolean;
  readonly timeZone: string;
}

/**
 * Converts reports to days of orders, with the storefront's ids; a later row for the same package and day replaces an
 * earlier one.
 */
export function soldDaysOf(orders: readonly Order[], answers: readonly DeliveryAnswer[]): SoldDay[] {
  const places = new Map(orders.flatMap(placesOf));
  const days = new Map<string, SoldDay>();
  for (const { rows, timeZone } of answers)
    for (const { mediaBuyId, packageId, day, spend, final, ...counts } of rows) {
      const place = places.get(`${mediaBuyId} ${packageId}`);
      if (place)
        days.set(`${packageId} ${day}`, { ...place, ...wholeOf(counts), day, revenue: spend, final, timeZone });
    }
  return [...days.values()];
}

function placesOf({ orderId, storefrontId, legs }: Order) {
  return legs.flatMap(({ inventorySourceId, packages }) =>
    packages.map(
      ({ packageId, currency }) =>
        [`${orderId} ${packageId}`, { orderId, packageId, storefrontId, inventorySourceId, currency }] as const,
    ),
  );
}

type Counts = Pick<SoldDay, "impressions" | "clicks" | "views" | "completedViews" | "conversions">;

/** Some sources report fractions of a conversion, and even of an impression. */
function wholeOf({ impressions, clicks, views, completedViews, conversions }: Counts): Counts {
  return {
    impressions: whole(impressions),
    clicks: whole(clicks),
    views: whole(views),
    completedViews: whole(completedViews),
    conversions: whole(conversions),
  };
}

function whole(count: number): number {
  return Math.min(Math.round(count), Number.MAX_SAFE_INTEGER);
}
