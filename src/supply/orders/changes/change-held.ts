import type { Context } from "../../../ground/kernel/context.ts";
import { toAdcpNewMediaBuy } from "../../../ground/seller-agent/adcp-media-buy.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  fitsFlight,
  type MediaBuyChange,
  type PackageChange,
  type SellerError,
} from "../../../ground/seller-agent/index.ts";
import { notify } from "../../../platform/notifications/index.ts";
import type { Approval } from "../approvals/approval.ts";
import { saveSubmitted } from "../approvals/store.ts";
import type { Leg, Order, OrderPackage } from "../order.ts";
import { saveTerms } from "../store.ts";

/**
 * The change with the storefront's own ids. The buyer of a held order does not know them yet, and names its packages as
 * it did when it bought.
 */
export function byOwnIds(change: MediaBuyChange, { legs }: Order): MediaBuyChange {
  if (!change.packages) return change;
  const own = legs.flatMap(({ packages }) => packages);
  const idOf = (id: string) =>
    own.find(({ packageId, buyerRef }) => packageId === id || buyerRef === id)?.packageId ?? id;
  return { ...change, packages: change.packages.map((part) => ({ ...part, packageId: idOf(part.packageId) })) };
}

/** The additional objections to changing an order that has not been decided on. */
export function objectionsToHeld(change: MediaBuyChange, { flight: before, legs }: Order): SellerError[] {
  const parts = change.packages ?? [];
  if (change.paused !== undefined || parts.some((part) => part.paused !== undefined || part.canceled !== undefined))
    return [refusal("INVALID_STATE", NOT_APPROVED)];
  if (parts.some((part) => part.creatives || part.creativeIds)) return [refusal("INVALID_STATE", NO_CREATIVES)];
  const flight = { start: change.startTime ?? before.start, end: change.endTime ?? before.end };
  if (flight.end <= flight.start)
    return [refusal("VALIDATION_ERROR", "the flight would end before it starts", "end_time")];
  const changes = new Map(parts.map((part) => [part.packageId, part]));
  return legs
    .flatMap(({ packages }) => packages.map((part) => changedBy(part, changes.get(part.packageId))))
    .filter(
      ({ startTime, endTime }) => !fitsFlight({ ...(startTime && { startTime }), ...(endTime && { endTime }) }, flight),
    )
    .map(({ productId }) =>
      refusal("VALIDATION_ERROR", `${productId} would run outside the flight of its buy`, "packages"),
    );
}

const NOT_APPROVED =
  "the storefront has not approved this media buy yet: change its terms or cancel it whole; pausing it, or taking packages " +
  "out of it has to wait";
const NO_CREATIVES =
  "the storefront has not approved this media buy yet: sync its creatives now, and they are used once it is approved";

/** Changes an order that no source has received, so that the changed order is the one decided on and forwarded. */
export async function changeHeld(
  ctx: Context,
  order: Order,
  change: MediaBuyChange,
  approval: Approval,
): Promise<Order> {
  const { db, viewer, now } = ctx;
  const { orderId, buyer, buyerRef } = order;
  const flight = { start: change.startTime ?? order.flight.start, end: change.endTime ?? order.flight.end };
  const changes = new Map((change.packages ?? []).map((part) => [part.packageId, part]));
  const legs = order.legs.map(
    (leg): Leg => ({ ...leg, packages: leg.packages.map((part) => changedBy(part, changes.get(part.packageId))) }),
  );
  const changed = { ...order, flight, legs };
  await saveTerms(db, viewer.customerId, changed);
  const packages = legs.flatMap((leg) => leg.packages);
  const request = toAdcpNewMediaBuy({
    idempotencyKey: "",
    buyerRef,
    name: order.name,
    flight,
    packages: packages
      .toSorted((a, b) => a.position - b.position)
      .map(({ startTime, endTime, targeting, paused: _paused, startsPaused, formatIds, creatives, echo, ...part }) => ({
        ...part,
        ...(startsPaused && { paused: true as const }),
        ...(formatIds && { formatIds }),
        ...(creatives && { creatives }),
        ...(echo && { echo }),
        ...(startTime && { startTime }),
        ...(endTime && { endTime }),
        ...(targeting && { targeting }),
      })),
  });
  const { idempotency_key: _, ...asked } = request;
  const submittedPayload = { ...approval.submittedPayload, ...asked };
  await saveSubmitted(db, viewer.customerId, { orderId, submittedPayload }, now);
  await notify(ctx, {
    type: "media_buy.approval_requested",
    resourceType: "MEDIA_BUY",
    resourceId: orderId,
    message: `${buyer.identity.name} has changed ${order.name}, which waits for you: POST /media-buy-approvals/${orderId}/decide`,
  });
  return changed;
}

function changedBy(part: OrderPackage, change: PackageChange | undefined): OrderPackage {
  if (!change) return part;
  const { budget, bidPrice, pacing, startTime, endTime, targeting } = change;
  return {
    ...part,
    budget: budget ?? part.budget,
    bidPrice: bidPrice ?? part.bidPrice,
    pacing: pacing ?? part.pacing,
    startTime: startTime ?? part.startTime,
    endTime: endTime ?? part.endTime,
    targeting: targeting ?? part.targeting,
  };
}
