import { type AttentionItem, type CallMaker, fewOf, quotedText } from "./attention-item.ts";
import type { Keys, Links, Pending } from "./seen.ts";
import type { SellerSituation } from "./seller-situation.ts";

/** Matters that wait for the storefront's own people, or for somebody whom they may have to remind. */
export function pendingItems({ pending, links, endingKeys }: SellerSituation, call: CallMaker): AttentionItem[] {
  const { approvals, creativeReviews, failedForwards, awaitingSource } = pending ?? {};
  return [
    ...orderItems(approvals, call),
    ...creativeItems(creativeReviews, call),
    ...forwardItems(failedForwards, call),
    ...linkItems(links, call),
    ...keyItems(endingKeys, call),
    ...sourceTasks(awaitingSource, call),
  ];
}

function orderItems(approvals: Pending["approvals"], call: CallMaker): AttentionItem[] {
  const items = (approvals?.items ?? []).map(({ mediaBuyId, buyer }) => ({
    id: `order.${mediaBuyId}`,
    urgency: "waits" as const,
    what: `The media buy ${mediaBuyId} of ${nameOf(buyer)} waits for your approval; getPendingMediaBuy describes it.`,
    next: call("decidePendingMediaBuy", { pathParams: { mediaBuyId }, body: { status: "approved" } }),
  }));
  return fewOf(items, approvals?.count, {
    id: "orders",
    what: (more) => `${more} more ${more === 1 ? "media buy waits" : "media buys wait"} for your approval.`,
    next: call("listPendingMediaBuys"),
  });
}

function creativeItems(reviews: Pending["creativeReviews"], call: CallMaker): AttentionItem[] {
  const items = (reviews?.items ?? []).map(({ creativeId, buyer }) => ({
    id: `creative.${creativeId}`,
    urgency: "waits" as const,
    what: `The creative ${quotedText(creativeId, 80)} of ${nameOf(buyer)} waits for your review; getCreativeReview describes it.`,
    next: call("decideCreativeReview", { pathParams: { creativeId }, body: { status: "approved" } }),
  }));
  return fewOf(items, reviews?.count, {
    id: "creatives",
    what: (more) => `${more} more ${more === 1 ? "creative waits" : "creatives wait"} for your review.`,
    next: call("listCreativeReviews"),
  });
}

function forwardItems(forwards: Pending["failedForwards"], call: CallMaker): AttentionItem[] {
  const items = (forwards?.groups ?? []).flatMap(({ action, items }) =>
    items.map(({ mediaBuyId, buyer }) => ({
      id: `forward.${mediaBuyId}`,
      urgency: "waits" as const,
      what: `A source has not answered about ${mediaBuyId} of ${nameOf(buyer)}: ${PENDING_LABELS[action] ?? "see its current status"}.`,
      next: call("getStorefrontMediaBuyTimeline", { pathParams: { mediaBuyId } }),
    })),
  );
  return fewOf(items, forwards?.count, {
    id: "forwards",
    what: (more) => `${more} more ${more === 1 ? "part" : "parts"} of media buys got no answer from their source.`,
    next: call("getStorefrontPendingOperations"),
  });
}

const PENDING_LABELS: Readonly<Record<string, string>> = {
  retry: "it is asked again automatically, or immediately with retryForwardPendingMediaBuy if you approved it",
  escalate: "it may hold the buy and is not asked again, so ask its people",
};

function linkItems(links: Links | undefined, call: CallMaker): AttentionItem[] {
  const items = (links?.items ?? []).map(({ linkId, buyer }) => ({
    id: `link.${linkId}`,
    urgency: "waits" as const,
    what: `The storefront ${nameOf(buyer)} asks to sell from yours.`,
    next: call("approveStorefrontLink", { pathParams: { linkId }, body: null }),
  }));
  return fewOf(items, links?.total, {
    id: "links",
    what: (more) => `${more} more ${more === 1 ? "storefront asks" : "storefronts ask"} to sell from yours.`,
    next: call("listStorefrontLinks", { query: { status: "PENDING" } }),
  });
}

/** A key cannot be extended: its holder gets a new one, with which the buys made under this one are not visible. */
function keyItems(keys: Keys | undefined, call: CallMaker): AttentionItem[] {
  const items = (keys?.items ?? []).map(({ id, name, expiresAt }) => ({
    id: `callerKey.${id}`,
    urgency: "waits" as const,
    what: `The caller key "${quotedText(name, 80)}" expires at ${expiresAt ?? "an unknown time"}: create another in time, and revoke this one once its holder has the new key.`,
    next: call("createCallerKey"),
  }));
  return fewOf(items, keys?.total, {
    id: "callerKeys",
    what: (more) => `${more} more caller ${more === 1 ? "key expires" : "keys expire"} within two weeks.`,
    next: call("listCallerKeys"),
  });
}

function sourceTasks(awaiting: Pending["awaitingSource"], call: CallMaker): AttentionItem[] {
  if (!awaiting) return [];
  const { count } = awaiting;
  const what = `${count} ${count === 1 ? "part of a media buy waits for its source" : "parts of media buys wait for their sources"} to decide.`;
  return [{ id: "awaitingSource", urgency: "news", what, next: call("getStorefrontPendingOperations") }];
}

function nameOf({ name }: { readonly name: string | null }): string {
  return name === null ? "a buyer without a name" : `"${quotedText(name, 80)}"`;
}
