import type { MediaBuyOutcome, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { Purchase } from "../../../supply/callers/index.ts";
import { showWaiting } from "../../../supply/creatives/index.ts";
import { refused } from "../protocol/failure.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";

/** The status of media buys, after passing on assignments that were made before their sources had booked. */
export async function standingsOf(
  mediaBuyIds: readonly string[],
  requestContext: AdcpRequestContext,
): Promise<readonly SellerMediaBuy[]> {
  const standings = await standingsNow(mediaBuyIds, requestContext);
  return (await hasShown(mediaBuyIds, requestContext)) ? standingsNow(mediaBuyIds, requestContext) : standings;
}

/** Throws `SellerRefused` where the caller has no such buy. */
export async function standingOf(mediaBuyId: string, requestContext: AdcpRequestContext): Promise<SellerMediaBuy> {
  const [mediaBuy] = await standingsOf([mediaBuyId], requestContext);
  if (mediaBuy) return mediaBuy;
  throw refused("MEDIA_BUY_NOT_FOUND", `media_buy_id: you have no media buy ${mediaBuyId} here`, "media_buy_id");
}

/** The status of a purchase; for a trial, as its caller has set it. Undefined until there is a decision. */
export function standingAmong(
  standings: readonly SellerMediaBuy[],
  { mediaBuyId, rehearsed }: Purchase,
): SellerMediaBuy | undefined {
  const standing = standings.find((one) => one.mediaBuyId === mediaBuyId);
  return standing && { ...standing, status: rehearsed ?? standing.status };
}

/** A task's outcome, with the buy after its creatives have been passed on. */
export async function withCreatives(
  outcome: MediaBuyOutcome,
  requestContext: AdcpRequestContext,
): Promise<MediaBuyOutcome> {
  if (outcome.kind !== "done") return outcome;
  const { mediaBuyId } = outcome.mediaBuy;
  if (!(await hasShown([mediaBuyId], requestContext))) return outcome;
  return { ...outcome, mediaBuy: await standingOf(mediaBuyId, requestContext) };
}

function hasShown(mediaBuyIds: readonly string[], requestContext: AdcpRequestContext): Promise<boolean> {
  const { side, ...caller } = requestContext.resolved.caller;
  return showWaiting(side, caller, mediaBuyIds, sellerCall(requestContext, undefined));
}

/** By the current clock: a simulated source knows nothing that happened after the time at which it is asked. */
function standingsNow(
  mediaBuyIds: readonly string[],
  requestContext: AdcpRequestContext,
): Promise<readonly SellerMediaBuy[]> {
  return requestContext.resolved.agent.getMediaBuys({ mediaBuyIds }, sellerCall(requestContext, undefined));
}
