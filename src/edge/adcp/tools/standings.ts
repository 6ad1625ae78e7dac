import type { MediaBuyOutcome, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { Purchase } from "../../../supply/callers/index.ts";
import { showWaiting } from "../../../supply/creatives/index.ts";
import { refused } from "../protocol/failure.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";

/** The status of media buys, after forwarding creative assignments that were made before the sources had booked. */
export async function standingsOf(
  mediaBuyIds: readonly string[],
  requestContext: AdcpRequestContext,
): Promise<readonly SellerMediaBuy[]> {
  const standings = await standingsNow(mediaBuyIds, requestContext);
  return (await hasShown(mediaBuyIds, requestContext)) ? standingsNow(mediaBuyIds, requestContext) : standings;
}

/** Throws `SellerRefused` if the caller has no such buy. */
export async function buyStatusOf(mediaBuyId: string, requestContext: AdcpRequestContext): Promise<SellerMediaBuy> {
  const [mediaBuy] = await standingsOf([mediaBuyId], requestContext);
  if (mediaBuy) return mediaBuy;
  throw refused("MEDIA_BUY_NOT_FOUND", `media_buy_id: you have no media buy ${mediaBuyId} here`, "media_buy_id");
}

/** The status of a purchase; in a trial, the status that its caller has set. Undefined until there is a decision. */
export function statusAmong(
  standings: readonly SellerMediaBuy[],
  { mediaBuyId, rehearsed }: Purchase,
): SellerMediaBuy | undefined {
  const standing = standings.find((one) => one.mediaBuyId === mediaBuyId);
  return standing && { ...standing, status: rehearsed ?? standing.status };
}

/** The outcome of a task, with the buy as it is after its creatives have been forwarded. */
export async function withCreatives(
  outcome: MediaBuyOutcome,
  requestContext: AdcpRequestContext,
): Promise<MediaBuyOutcome> {
  if (outcome.kind !== "done") return outcome;
  const { mediaBuyId } = outcome.mediaBuy;
  if (!(await hasShown([mediaBuyId], requestContext))) return outcome;
  return { ...outcome, mediaBuy: await buyStatusOf(mediaBuyId, requestContext) };
}

function hasShown(mediaBuyIds: readonly string[], requestContext: AdcpRequestContext): Promise<boolean> {
  const { side, ...caller } = requestContext.resolved.caller;
  return showWaiting(side, caller, mediaBuyIds, sellerCall(requestContext, undefined));
}

/** Asked as of the present, because a simulated source knows nothing that happened after the time at which it is asked. */
function standingsNow(
  mediaBuyIds: readonly string[],
  requestContext: AdcpRequestContext,
): Promise<readonly SellerMediaBuy[]> {
  return requestContext.resolved.agent.getMediaBuys({ mediaBuyIds }, sellerCall(requestContext, undefined));
}
