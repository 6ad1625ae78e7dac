import type { RemoteState } from "../contract/plan.ts";
import { entityReader, reviewReader, spoken } from "../kit/levels/reading-words.ts";
import { listAt, textAt } from "../kit/read.ts";

/** By `summary_status` [S]; an unknown value leaves the last state unchanged. */
const DELIVERY: Readonly<Record<string, RemoteState["delivery"]>> = {
  RUNNING: "eligible",
  APPROVED: "eligible",
  PAUSED: "eligible",
  NOT_STARTED: "eligible",
  PENDING: "pending",
  COMPLETED: "ended",
  ARCHIVED: "ended",
  REJECTED: "refused",
  ADVERTISER_DISABLED: "blocked",
};

export const entityOf = entityReader({
  fields: ["status", "summary_status"],
  parents: { campaign: "ad_account_id", group: "campaign_id", ad: "ad_group_id" },
  delivery: DELIVERY,
});

export const reviewOf = reviewReader({
  displayName: "Pinterest",
  // The names of these fields are [K].
  field: "review_status",
  approvals: { PENDING: "pending_review", APPROVED: "approved", REJECTED: "rejected" },
  reasons: (ad) => listAt(ad, "rejected_reasons").flatMap((one) => spoken(textAt(one) ?? "")),
});
