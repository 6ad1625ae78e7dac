import type { RemoteState, Review } from "../contract/plan.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";

/** Our own raw value for what has not been published yet. */
export const DRAFT = "DRAFT";

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ACTIVE: "active",
  PAUSED: "paused",
  ARCHIVED: "gone",
  ON: "active",
  OFF: "paused",
};

/** What an ad set's status means for delivery, if it has one; the possible values are [?]. */
const DELIVERY: Readonly<Record<string, RemoteState["delivery"]>> = {
  ACTIVE: "eligible",
  READY: "eligible",
  PAUSED: "eligible",
  PENDING: "pending",
  PENDING_REVIEW: "pending",
  COMPLETED: "ended",
  ENDED: "ended",
  REJECTED: "refused",
};

export function campaignState(entity: Lossless): RemoteState {
  const raw = textAt(entity, "status") ?? "";
  return { id: textAt(entity, "id") ?? "", configured: CONFIGURED[raw] ?? "unknown", delivery: "eligible", raw };
}

export function setState(entity: Lossless): RemoteState {
  const switched = textAt(entity, "delivery") ?? "";
  const said = textAt(entity, "status");
  return {
    id: textAt(entity, "id") ?? "",
    configured: CONFIGURED[switched] ?? "unknown",
    delivery: said === undefined ? "eligible" : (DELIVERY[said] ?? "unknown"),
    raw: [switched, said].filter(Boolean).join(" "),
  };
}

const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  PENDING: "pending_review",
  PENDING_REVIEW: "pending_review",
  APPROVED: "approved",
  ACTIVE: "approved",
  REJECTED: "rejected",
  ARCHIVED: "archived",
};

export function reviewOf(ad: Lossless): Review {
  const raw = textAt(ad, "status") ?? "";
  const approval = APPROVALS[raw] ?? "unknown";
  const said = textAt(ad, "reject_reason");
  return {
    approval,
    reason: approval === "rejected" ? refusalOf(said) : null,
    raw: [raw, said].filter(Boolean).join(" "),
  };
}

function refusalOf(said: string | undefined): string {
  if (said === undefined || said === "") return "Spotify refused the ad, and gives no reason";
  return `Spotify refused the ad: ${said.replaceAll("_", " ").toLowerCase().slice(0, 200)}`;
}

/** Drafts are not reviewed. */
export const DRAFT_REVIEW: Review = { approval: "pending_review", reason: null, raw: DRAFT };
