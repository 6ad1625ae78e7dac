import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { toAdcpNewMediaBuy } from "../../../ground/seller-agent/adcp-media-buy.ts";
import type { NewMediaBuy } from "../../../ground/seller-agent/index.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { legLife } from "../legs/leg-state.ts";
import { moveLegs } from "../legs/store.ts";
import type { Order } from "../order.ts";
import { reportSubmitted } from "../outcomes/report-outcome.ts";
import type { Screening } from "./screening.ts";
import { insertApproval } from "./store.ts";

/** Holds a new order for a decision by the storefront's people, before any source receives it. */
export async function holdOrder(
  ctx: Context,
  order: Order,
  request: NewMediaBuy,
  { summary }: Screening,
): Promise<Order> {
  const { db, viewer, now } = ctx;
  const { orderId, storefrontId, buyer, name } = order;
  await moveLegs(db, viewer.customerId, orderId, "hold", now);
  const submittedPayload = submittedIn(request, order);
  const expiresAt = expiryOf(order, ctx);
  await insertApproval(db, viewer.customerId, { orderId, storefrontId, submittedPayload, expiresAt }, now);
  await notify(ctx, {
    type: "media_buy.approval_requested",
    resourceType: "MEDIA_BUY",
    resourceId: orderId,
    message: `${buyer.identity.name} wants to buy ${name}: ${summary}; POST /media-buy-approvals/${orderId}/decide`,
  });
  await reportSubmitted(ctx, order);
  return { ...order, legs: order.legs.map((leg) => ({ ...leg, state: stepped(legLife, "hold", leg.state) })) };
}

/** At the latest when the flight ends, because a later decision would be useless. */
function expiryOf({ flight }: Order, { now, installation }: Context): Date {
  const late = after(now, installation.approvalDays * DAY_MS);
  return flight.end > now && flight.end < late ? flight.end : late;
}

/** The buyer's callback is left out: it contains a secret, and is not needed here. */
function submittedIn(
  { echo, webhook: _webhook, ...request }: NewMediaBuy,
  { buyer }: Order,
): Readonly<Record<string, unknown>> {
  const { brandDomain, operatorDomain } = buyer.identity;
  const brand = brandDomain === null ? {} : { brand: { domain: brandDomain } };
  const operator = operatorDomain === null ? {} : { operator: operatorDomain };
  const { context: _context, ...words } = echo ?? {};
  return { ...toAdcpNewMediaBuy(request), ...words, ...brand, account: { ...brand, ...operator } };
}
