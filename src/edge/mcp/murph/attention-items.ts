import { type AttentionItem, type CallMaker, fewOf, quotedText } from "./attention-item.ts";
import { pendingItems } from "./pending-items.ts";
import type { Check } from "./seen.ts";
import type { SellerSituation } from "./seller-situation.ts";
import { sourceItems } from "./source-items.ts";

/** Everything that a seller should know or do, the most urgent first. */
export function attentionItemsOf(around: SellerSituation, call: CallMaker): AttentionItem[] {
  const items = [
    ...termsItems(around, call),
    ...(around.storefront ? storefrontItems(around, call) : [noStorefront(call)]),
    ...newsItems(around, call),
  ];
  return items.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));
}

const URGENCIES: readonly AttentionItem["urgency"][] = ["blocks", "waits", "news"];

function termsItems({ termsAccepted }: SellerSituation, call: CallMaker): AttentionItem[] {
  if (termsAccepted) return [];
  const what = "Your organisation has not accepted the terms: until it does, every write is refused.";
  return [{ id: "terms", urgency: "blocks", what, next: call("acceptTos") }];
}

function noStorefront(call: CallMaker): AttentionItem {
  const what = "Your organisation has no storefront yet.";
  return { id: "storefront.missing", urgency: "blocks", what, next: call("createStorefront") };
}

function storefrontItems(around: SellerSituation, call: CallMaker): AttentionItem[] {
  if (around.readiness?.effectiveStatus === "archived")
    return [
      { id: "storefront.archived", urgency: "blocks", what: "Your storefront is permanently archived.", next: null },
    ];
  return [
    ...readinessItems(around, call),
    ...pausedItems(around, call),
    ...buyerItems(around, call),
    ...pendingItems(around, call),
    ...marketItems(around, call),
  ];
}

/** The error of a single source suggests a better remedy than the check that counts the sources. */
function readinessItems({ readiness }: SellerSituation, call: CallMaker): AttentionItem[] {
  if (!readiness) return [];
  const sources = sourceItems(readiness.sourceDiagnostics, call);
  const reported = sources.some(({ urgency }) => urgency === "blocks");
  const blockers = readiness.checks.filter(
    ({ isBlocker, status }) => isBlocker && status !== "complete" && status !== "optional",
  );
  const others = blockers.filter(({ id }) => !(reported && OF_SOURCES.includes(id)));
  return [...others.map((check) => checkItem(check, call)), ...sources];
}

const OF_SOURCES: readonly string[] = ["agent_status", "agent_auth", "agent_connectivity"];

function checkItem({ id, name, description, details }: Check, call: CallMaker): AttentionItem {
  return {
    id: `readiness.${id}`,
    urgency: "blocks",
    what: `The check "${name}" is not complete: ${details ?? description}.`,
    next: REMEDIES[id]?.(call) ?? call("getStorefrontReadiness"),
  };
}

/** What resolves a check (storefront contract §7.2). */
const REMEDIES: Readonly<Record<string, (call: CallMaker) => AttentionItem["next"]>> = {
  inventory_sources: (call) => call("createInventorySource"),
  agent_status: (call) => call("listInventorySources"),
  agent_auth: (call) => call("listInventorySources"),
  agent_connectivity: (call) => call("refreshStorefrontCompliance", { body: {} }),
  currency_confirmed: (call) => call("updateStorefront", { body: { defaultCurrency: "USD" } }),
};

function pausedItems({ readiness }: SellerSituation, call: CallMaker): AttentionItem[] {
  if (!readiness?.isPaused) return [];
  const what = "Your storefront is closed: nobody can buy until you open it, once nothing else blocks.";
  const next = call("updateStorefront", { body: { isPaused: false } });
  return [{ id: "storefront.paused", urgency: "blocks", what, next }];
}

function buyerItems({ buyers }: SellerSituation, call: CallMaker): AttentionItem[] {
  const pending = buyers.filter(({ status }) => status === "pending");
  const items = pending.map(({ buyerCustomerId: buyerId, buyerName }) => ({
    id: `buyer.${buyerId}`,
    urgency: "waits" as const,
    what: `${buyerName === null ? "A buyer" : `"${quotedText(buyerName, 80)}"`} (${buyerId}) joined with your link and waits for your decision.`,
    next: call("approveSponsoredBuyer", { pathParams: { buyerId } }),
  }));
  return fewOf(items, pending.length, {
    id: "buyers",
    what: (more) => `${more} more ${more === 1 ? "buyer waits" : "buyers wait"} for your decision.`,
    next: call("listSponsoredBuyers"),
  });
}

/** Whether anybody can find the storefront at all. */
function marketItems({ storefront, joinLinks, buyers }: SellerSituation, call: CallMaker): AttentionItem[] {
  if (!storefront || storefront.marketplaceState === "LISTED") return [];
  const unlisted =
    storefront.marketplaceState === "HIDDEN"
      ? "The operator of the marketplace has hidden your storefront: buyers whom you did not invite cannot find it."
      : "The operator of the marketplace has not reviewed your storefront yet: until it is listed, only buyers whom you invite can find it.";
  const items: AttentionItem[] = [{ id: "marketplace", urgency: "waits", what: unlisted, next: null }];
  if (joinLinks > 0 || buyers.length > 0) return items;
  const what = "You have not invited anybody: there is no join link, and no buyer has joined.";
  const body = { storefrontId: Number(storefront.storefrontId), approvalPolicy: "manual_approve" };
  return [...items, { id: "invitations", urgency: "waits", what, next: call("createJoinLink", { body }) }];
}

function newsItems({ unread }: SellerSituation, call: CallMaker): AttentionItem[] {
  if (!unread || unread.unreadCount === 0) return [];
  const [newest] = unread.notifications;
  const count = `${unread.unreadCount} unread ${unread.unreadCount === 1 ? "notification" : "notifications"}`;
  const what = `You have ${count}${newest ? `; the newest: "${quotedText(newest.message)}"` : ""}.`;
  return [
    { id: "notifications", urgency: "news", what, next: call("listNotifications", { query: { unreadOnly: true } }) },
  ];
}
