import type { RemoteState, Review } from "../contract/plan.ts";
import { entityReader, reviewReader, spoken } from "../kit/levels/reading-words.ts";
import { textAt } from "../kit/read.ts";

/** By `effective_status` [T]; an unknown value leaves the last state unchanged. */
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

export const entityOf = entityReader({
  fields: ["configured_status", "effective_status"],
  parents: { campaign: "ad_account_id", group: "campaign_id", ad: "ad_group_id" },
  delivery: DELIVERY,
});

/** The values that concern the review; a paused ad group or campaign says nothing about it. */
const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  ACTIVE: "approved",
  COMPLETED: "approved",
  PENDING_APPROVAL: "pending_review",
  REJECTED: "rejected",
  ARCHIVED: "archived",
  DELETED: "archived",
};

export const reviewOf = reviewReader({
  displayName: "Reddit",
  field: "effective_status",
  approvals: APPROVALS,
  reasons(ad) {
    // The name of this field is [K].
    const why = textAt(ad, "rejection_reason");
    return why === undefined ? [] : [spoken(why)];
  },
});
