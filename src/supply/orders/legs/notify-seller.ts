import type { Context } from "../../../ground/kernel/context.ts";
import { notify } from "../../../platform/notifications/index.ts";
import type { Leg, Order } from "../order.ts";
import type { LegStatus } from "./leg.ts";

/**
 * Notifies a seller's people if a leg has ended in a way that requires action: either it is unknown whether its source
 * has bought, or the source refused what they had approved. Other refusals only concern the buyer.
 */
export async function notifySeller(
  ctx: Context,
  { orderId, name, screening }: Order,
  { sourceName, executionKey }: Leg,
  { state, errors, message }: LegStatus,
): Promise<void> {
  const about = { resourceType: "MEDIA_BUY", resourceId: orderId };
  if (state === "failed") {
    const reported =
      `${sourceName} may have booked its part of ${name} or not, and is not asked again (${message ?? "it did not answer"}): ` +
      `ask its people, and quote ${executionKey}`;
    await notify(ctx, { ...about, type: "media_buy.forward_failed", message: reported });
  } else if (screening?.outcome === "held") {
    const reported =
      `${sourceName} refused its part of ${name}, which you approved (${errors[0]?.message ?? "it gave no reason"}): ` +
      `GET /media-buys/${orderId}/timeline`;
    await notify(ctx, { ...about, type: "media_buy.source_rejected", message: reported });
  }
}
