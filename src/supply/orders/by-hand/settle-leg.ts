import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../../ground/kernel/errors.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import { type LegStatus, legStatusOf, rejectedWith } from "../legs/leg.ts";
import { lockLeg, settleByHand } from "../legs/store.ts";
import type { Leg } from "../order.ts";
import { getSoldOrder } from "../seller-view/read-sold-orders.ts";
import { findOrder } from "../store.ts";
import { notifyBuyer } from "../wake-buyer.ts";
import { watchNow } from "../watch/watch-order.ts";
import type { Settlement } from "./schema.ts";

/**
 * Records what the storefront's people have learnt from a source's people about a leg in doubt. A booked leg is then
 * polled immediately, to get the source's own status. Throws `NotFound`, and `Conflict` if nothing is in doubt.
 */
export async function settleLeg(
  ctx: Context,
  orderId: string,
  sourceId: string,
  settlement: Settlement,
): Promise<void> {
  const { db, viewer, now, changes } = ctx;
  const sold = (await getSoldOrder(ctx, orderId)).legs.find((one) => one.sourceId === sourceId);
  if (!sold)
    throw new NotFound(`no part of media buy ${orderId} is with a source ${sourceId}: its timeline names its sources`);
  const { legId } = sold.leg;
  await lockLeg(db, viewer.customerId, legId);
  const order = await findOrder(db, viewer.customerId, orderId);
  const leg = order?.legs.find((one) => one.legId === legId);
  if (!order || !leg) throw new Error(`the order ${orderId} has vanished with its leg ${legId}`);
  if (leg.state !== "failed") throw notInDoubt(leg);
  await settleByHand(db, viewer.customerId, leg, statusFrom(settlement), now);
  changes.set("outcome", { from: "unknown", to: settlement.outcome });
  if (settlement.note !== undefined) changes.set("note", { from: null, to: settlement.note });
  if (settlement.outcome === "booked") await watchNow(ctx, orderId);
  await notifyBuyer(ctx, order);
}

/** Until the source reports its own status, the leg counts as waiting for its flight. */
function statusFrom(settlement: Settlement): LegStatus {
  if (settlement.outcome === "booked") {
    const { upstreamMediaBuyId: mediaBuyId } = settlement;
    return legStatusOf({ mediaBuyId, status: "pending_start", waitingFor: null, packages: [] });
  }
  const message = settlement.note ?? "it has not booked it: the storefront has asked its people";
  return rejectedWith([refusal("MEDIA_BUY_REJECTED", message, null, "terminal")]);
}

function notInDoubt({ sourceName, state }: Leg): Conflict {
  const why =
    state === "open" ? "its source is still being asked, and it cannot be settled before that ends" : `it is ${state}`;
  return new Conflict(`only a part in doubt can be settled manually, and ${sourceName}'s part is not: ${why}`, {
    details: { state },
  });
}
