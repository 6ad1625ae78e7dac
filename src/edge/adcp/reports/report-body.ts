import { after, DAY_MS, SECOND_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import type { DeliveryRow, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { Purchase } from "../../../supply/callers/index.ts";
import type { Days, ReportSubscription } from "../../../supply/callers/reports/index.ts";
import { toAdcpDelivery } from "../words/delivery.ts";
import { REPORTED } from "../words/product.ts";

export interface Reported {
  readonly subscription: ReportSubscription;
  readonly purchase: Purchase;
  readonly mediaBuy: SellerMediaBuy;
  readonly rows: readonly DeliveryRow[];
  readonly days: Days;
  readonly isFinal: boolean;
}

/** Always included, whichever metrics were requested, because the report of a package requires it (AdCP 3.1, get-media-buy-delivery-response). */
const ALWAYS = new Set(["spend"]);

/** A delivery report as it is posted to a buyer: the answer of get_media_buy_delivery in AdCP's webhook envelope. */
export function reportBody(ctx: Context, eventId: string, reported: Reported): object {
  const { subscription, purchase, mediaBuy, rows, days, isFinal } = reported;
  const wall = wallOf(ctx);
  const inDays = rows.filter(({ day }) => day >= days.startDay && day <= days.endDay);
  const delivery = toAdcpDelivery({ purchase, standing: mediaBuy, rows: inDays, products: [], measured: null });
  return {
    idempotency_key: eventId,
    operation_id: purchase.mediaBuyId,
    task_id: purchase.mediaBuyId,
    task_type: "media_buy_delivery",
    protocol: "media-buy",
    status: "completed",
    timestamp: wall.toISOString(),
    result: {
      notification_type: isFinal ? "final" : "scheduled",
      sequence_number: subscription.sequence + 1,
      ...(!isFinal && { next_expected_at: after(wall, DAY_MS).toISOString() }),
      reporting_period: {
        start: startOfDay(days.startDay).toISOString(),
        end: after(startOfDay(days.endDay), DAY_MS - SECOND_MS).toISOString(),
      },
      currency: purchase.currency,
      media_buy_deliveries: [only(delivery, subscription.metrics)],
    },
  };
}

/** Removes metrics that were not requested, wherever they occur. */
function only(value: unknown, metrics: readonly string[] | null): unknown {
  if (metrics === null || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => only(one, metrics));
  const kept = Object.entries(value).filter(
    ([name]) => !REPORTED.includes(name) || ALWAYS.has(name) || metrics.includes(name),
  );
  return Object.fromEntries(kept.map(([name, one]) => [name, only(one, metrics)]));
}
