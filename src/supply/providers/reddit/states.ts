import type { RemoteState, Review } from "../contract/plan.ts";
import type { Entity, Level } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";

/** By `effective_status` [T]; a word that nobody knows leaves the last state standing. */
const DELIVERY: Readonly<Record<string, RemoteState["delivery"]>> = {
  ACTIVE: "eligible",
  PAUSED: "eligible",
  CAMPAIGN_PAUSED: "eligible",
  AD_GROUP_PAUSED: "eligible",
  PENDING_APPROVAL: "pending",
  PENDING_BILLING_INFO: "blocked",
  PENDING_ID_VERIFICATION: "blocked",
  REJECTED: "refused",
  COMPLETED: "ended",
  ARCHIVED: "ended",
  DELETED: "ended",
};

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ACTIVE: "active",
  PAUSED: "paused",
  ARCHIVED: "gone",
  DELETED: "gone",
};

const PARENT = { campaign: "ad_account_id", group: "campaign_id", ad: "ad_group_id" } as const;

export function entityOf(raw: Lossless, level: Level): Entity | undefined {
  const id = textAt(raw, "id");
  if (id === undefined) return undefined;
  const configured = textAt(raw, "configured_status") ?? "";
  const effective = textAt(raw, "effective_status") ?? "";
  return {
    id,
    name: textAt(raw, "name") ?? "",
    parent: textAt(raw, PARENT[level]),
    configured: CONFIGURED[configured] ?? "unknown",
    delivery: DELIVERY[effective] ?? "unknown",
    raw: `${configured} ${effective}`.trim(),
  };
}

/** Words that say something of the review; that an ad group or a campaign is paused says nothing of it. */
const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  ACTIVE: "approved",
  COMPLETED: "approved",
  PENDING_APPROVAL: "pending_review",
  REJECTED: "rejected",
  ARCHIVED: "archived",
  DELETED: "archived",
};

export function reviewOf(ad: Lossless): Review {
  const word = textAt(ad, "effective_status") ?? "";
  // The field's name is [K].
  const why = textAt(ad, "rejection_reason");
  const approval = APPROVALS[word] ?? "unknown";
  const reason = approval === "rejected" ? refusalOf(why) : null;
  return { approval, reason, raw: why === undefined ? word : `${word} ${why}` };
}

function refusalOf(why: string | undefined): string {
  if (why === undefined) return "Reddit refused the ad, and says no reason";
  return `Reddit refused the ad: ${why.replaceAll("_", " ").toLowerCase().slice(0, 200)}`;
}
