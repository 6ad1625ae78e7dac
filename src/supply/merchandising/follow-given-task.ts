import { dayOf } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { nowFor } from "../../ground/kernel/perform.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import type { BuildStatus, MediaBuyOutcome, SellerCall } from "../../ground/seller-agent/index.ts";
import { customerIn } from "../../ground/seller-agent/principal.ts";
import type {
  BuyCallbackContext,
  DeliveryCallbackContext,
  TaskCallbackContext,
} from "../../ground/seller-agent/sellers.ts";
import { followBuild } from "../creatives/index.ts";
import {
  followTask,
  listMediaBuys,
  openSellerSide,
  openSources,
  readActiveSources,
  readDelivery,
  wantedBy,
} from "../orders/index.ts";

/** Polls a task on behalf of its caller, in the time of that caller's clock. */
export async function followGivenTask(
  host: Host,
  { customerId, storefrontId, principal, taskId }: TaskCallbackContext,
  requestId: string,
): Promise<MediaBuyOutcome> {
  const side = await openSellerSide(host, customerId, requestId);
  return followTask(side, { storefrontId, principal }, taskId, await callOf(host, principal, requestId));
}

/** Polls the production of a creative on behalf of its buyer. */
export async function followGivenBuild(
  host: Host,
  { customerId, storefrontId, principal, taskId }: TaskCallbackContext,
  requestId: string,
): Promise<BuildStatus | undefined> {
  const side = await openSellerSide(host, customerId, requestId);
  const call = await callOf(host, principal, requestId);
  const owned = await side.read((ctx) => readActiveSources(ctx, storefrontId, "CREATIVE"));
  const wanted = owned.map((one) => wantedBy(call.buyer, one));
  const sources = await openSources(side.out, wanted, call.buyer.customerId);
  return followBuild(side, { storefrontId, principal }, sources, taskId, call);
}

/** What a media buy has delivered since a day, as its buyer would be told, in the time of the buyer's clock. */
export async function readGivenDelivery(
  host: Host,
  { customerId, storefrontId, principal, mediaBuyId, startDay }: BuyCallbackContext,
  requestId: string,
): Promise<DeliveryCallbackContext> {
  const side = await openSellerSide(host, customerId, requestId);
  const buyer = { storefrontId, principal };
  const call = await callOf(host, principal, requestId);
  const [mediaBuy] = await listMediaBuys(side, buyer, [mediaBuyId], call);
  const endDay = dayOf(call.now);
  const days = { startDay: startDay < endDay ? startDay : endDay, endDay };
  const { rows } = await readDelivery(side, buyer, { mediaBuyIds: [mediaBuyId], ...days }, call);
  return { now: call.now, mediaBuy, rows };
}

/** The sources receive the buyer's data as stored with its order. */
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
