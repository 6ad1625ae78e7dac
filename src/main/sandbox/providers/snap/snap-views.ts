import type { WireObject } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import type { SnapNetwork } from "./snap-network.ts";

/** The entity as Snap shows it: stored fields, times, and computed fields [O delivery-status, ads]. */
export function viewOf(network: SnapNetwork, kept: StoredEntity): WireObject {
  const { stage } = network;
  const view = {
    ...kept.fields,
    id: kept.id,
    created_at: kept.madeAt.toISOString(),
    updated_at: kept.changedAt.toISOString(),
    ...ownersOf(kept),
    ...reckonedOf(network, kept),
  };
  return stage.shown(kept.id, view);
}

function ownersOf({ what, account, parent }: StoredEntity): WireObject {
  if (what === "adsquad") return { campaign_id: parent ?? "" };
  if (what === "ad") return { ad_squad_id: parent ?? "" };
  return { ad_account_id: account };
}

function reckonedOf(network: SnapNetwork, kept: StoredEntity): WireObject {
  if (kept.what === "ad") return { ...reviewOf(network, kept), delivery_status: statusesOf(network, kept) };
  if (kept.what === "campaign" || kept.what === "adsquad") return { delivery_status: statusesOf(network, kept) };
  return {};
}

/** The review of an ad [O ads]; the reasons are in our own words. */
function reviewOf({ stage }: SnapNetwork, { id }: StoredEntity): WireObject {
  const verdict = stage.review.verdict(id, stage.now());
  if (verdict.state === "pending") return { review_status: "PENDING", review_status_reasons: [] };
  if (verdict.state === "approved") return { review_status: "APPROVED", review_status_reasons: [] };
  return { review_status: "REJECTED", review_status_reasons: [verdict.reason] };
}

/** The values are [O delivery-status]; which of several comes first is [?]. */
function statusesOf(network: SnapNetwork, kept: StoredEntity): string[] {
  const { stage, shelf, accounts } = network;
  const account = accounts.find(({ id }) => id === kept.account);
  const found: string[] = [];
  if (account?.view.test === true) found.push("TEST_AD_ACCOUNT");
  if (!kept.enabled) found.push("INVALID_NOT_ACTIVE");
  const { start_time: start, end_time: end } = kept.fields;
  if (typeof start === "string" && new Date(start) > stage.now()) found.push("INVALID_START_TIME");
  if (typeof end === "string" && new Date(end) <= stage.now()) found.push("INVALID_END_TIME");
  if (kept.what === "ad") {
    const { state } = stage.review.verdict(kept.id, stage.now());
    if (state === "pending") found.push("PENDING");
    if (state === "rejected") found.push("INVALID_REVIEW_STATUS");
  }
  if (kept.what === "campaign" && !shelf.under("adsquad", kept.id).some((one) => isValid(network, one)))
    found.push("NO_VALID_AD_SQUAD");
  if (kept.what === "adsquad" && !shelf.under("ad", kept.id).some((one) => isValid(network, one)))
    found.push("NO_VALID_AD");
  return found.length === 0 ? ["VALID"] : found;
}

function isValid(network: SnapNetwork, kept: StoredEntity): boolean {
  return statusesOf(network, kept)[0] === "VALID";
}
