import { stillRemembers } from "../../../ground/dispatch/index.ts";
import {
  type MediaBuyChange,
  type MediaBuyOutcome,
  type SellerAgent,
  type SellerCall,
  type SellerMediaBuy,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import type { Leg } from "../order.ts";
import { refusal, rejected } from "../refusal.ts";

/** A part of a change that its source may have made already. */
interface SentPart {
  readonly leg: Leg;
  readonly change: MediaBuyChange;
  readonly sentAt: Date;
}

/**
 * What a source that may have made its part of a change comes to instead of being asked again; undefined where it takes a
 * repetition for what it is. One that deduplicates nothing is asked how the buy stands. Throws `SellerUnreachable` where it does
 * not say what it remembers.
 */
export async function insteadOfRepeating(
  agent: SellerAgent,
  { leg, change, sentAt }: SentPart,
  call: SellerCall,
  wall: Date,
): Promise<MediaBuyOutcome | undefined> {
  const knows = await stillRemembers(agent, sentAt, call, wall);
  if (knows) return undefined;
  if (knows === undefined)
    throw new SellerUnreachable(leg.sourceName, "unreachable", "it does not say whether it remembers the request");
  const mediaBuyId = leg.sellerMediaBuyId ?? "";
  const mediaBuy = (await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, call)).find(
    (one) => one.mediaBuyId === mediaBuyId,
  );
  if (mediaBuy && isMade(change, mediaBuy)) return { kind: "done", mediaBuy };
  const message = `${leg.sourceName} may have made this change, and no longer knows a repetition from a new one: look at the media buy, and ask anew for what is missing`;
  return rejected(refusal("OUTCOME_UNKNOWN", message, null, "terminal"));
}

/** Of new terms and of single packages no status tells. */
function isMade({ canceled, paused, packages = [], ...terms }: MediaBuyChange, { status }: SellerMediaBuy): boolean {
  if (packages.length > 0 || terms.startTime || terms.endTime) return false;
  if (canceled) return status === "canceled";
  if (paused === true) return status === "paused";
  return paused === false && (status === "active" || status === "pending_start");
}
