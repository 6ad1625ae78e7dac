import { dayOf } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { nowFor } from "../../ground/kernel/perform.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import type { MediaBuyOutcome, SellerCall } from "../../ground/seller-agent/index.ts";
import { customerIn } from "../../ground/seller-agent/principal.ts";
import type { GivenBuy, GivenDelivery, GivenTask } from "../../ground/seller-agent/sellers.ts";
import { followTask, listMediaBuys, openSellerSide, readDelivery } from "../orders/index.ts";

/** Asks after a task as whoever was given it would, at their time. */
export async function followGivenTask(
  host: Host,
  { customerId, storefrontId, principal, taskId }: GivenTask,
  requestId: string,
): Promise<MediaBuyOutcome> {
  const side = await openSellerSide(host, customerId, requestId);
  return followTask(side, { storefrontId, principal }, taskId, await callOf(host, principal, requestId));
}

/** What a media buy has delivered from a day on, as its buyer would be told at its time. */
export async function readGivenDelivery(
  host: Host,
  { customerId, storefrontId, principal, mediaBuyId, startDay }: GivenBuy,
  requestId: string,
): Promise<GivenDelivery> {
  const side = await openSellerSide(host, customerId, requestId);
  const buyer = { storefrontId, principal };
  const call = await callOf(host, principal, requestId);
  const [mediaBuy] = await listMediaBuys(side, buyer, [mediaBuyId], call);
  const endDay = dayOf(call.now);
  const days = { startDay: startDay < endDay ? startDay : endDay, endDay };
  const { rows } = await readDelivery(side, buyer, { mediaBuyIds: [mediaBuyId], ...days }, call);
  return { now: call.now, mediaBuy, rows };
}

/** The sources are told of the buyer what its order has of it. */
async function callOf(host: Host, principal: string, requestId: string): Promise<SellerCall> {
  const buyerId = customerIn(principal);
  const buyer = (buyerId !== undefined && (await host.viewerOf(buyerId))) || NOBODY;
  const { sandbox } = buyer;
  const nobody = { operatorDomain: null, brandDomain: null };
  return {
    buyer: { customerId: buyerId ?? null, name: principal, ...nobody, sandbox },
    timeoutMs: host.installation.sellerTimeoutMs,
    now: nowFor(host, buyer),
    requestId,
  };
}
