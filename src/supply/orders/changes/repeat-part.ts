import { type Outcome, stillRemembers } from "../../../ground/dispatch/index.ts";
import type {
  MediaBuyChange,
  MediaBuyOutcome,
  SellerAgent,
  SellerCall,
  SellerMediaBuy,
} from "../../../ground/seller-agent/index.ts";

/**
 * The result for a source that may already have made its part of a change, instead of asking it again; undefined if it
 * recognises a retry. A source without deduplication is asked for the buy's status.
 */
export async function insteadOfRepeating(
  agent: SellerAgent,
  change: MediaBuyChange,
  { sentAt, wall }: { readonly sentAt: Date; readonly wall: Date },
  call: SellerCall,
): Promise<Outcome<MediaBuyOutcome> | undefined> {
  const knows = await stillRemembers(agent, sentAt, call, wall);
  if (knows) return undefined;
  if (knows === undefined) return { kind: "unknown", message: "it does not say whether it remembers the request" };
  const { mediaBuyId } = change;
  const found = await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, call);
  const mediaBuy = found.find((one) => one.mediaBuyId === mediaBuyId);
  if (mediaBuy && isMade(change, mediaBuy)) return { kind: "answered", answer: { kind: "done", mediaBuy } };
  return { kind: "lost", message: "it can no longer tell a retry from a new request" };
}

/** No status shows new terms, or changes of individual packages. */
function isMade({ canceled, paused, packages = [], ...terms }: MediaBuyChange, { status }: SellerMediaBuy): boolean {
  if (packages.length > 0 || terms.startTime || terms.endTime) return false;
  if (canceled) return status === "canceled";
  if (paused === true) return status === "paused";
  return paused === false && (status === "active" || status === "pending_start");
}
