import type { RemoteState, Review } from "../contract/plan.ts";
import type { Level } from "../kit/levels/levels.ts";
import { entityReader, reviewReader, spoken } from "../kit/levels/reading-words.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, isRecord, listAt, textAt } from "../kit/read.ts";

/** Meta's status, by `effective_status` [S]; an unknown value leaves the last state unchanged. */
const DELIVERY: Readonly<Record<string, RemoteState["delivery"]>> = {
  ACTIVE: "eligible",
  PAUSED: "eligible",
  CAMPAIGN_PAUSED: "eligible",
  ADSET_PAUSED: "eligible",
  PREAPPROVED: "eligible",
  IN_PROCESS: "pending",
  PENDING_REVIEW: "pending",
  PENDING_BILLING_INFO: "blocked",
  WITH_ISSUES: "blocked",
  DISAPPROVED: "refused",
  ARCHIVED: "ended",
  DELETED: "ended",
};

export const FIELDS: Readonly<Record<Level, string>> = {
  campaign: "id,name,status,effective_status,issues_info",
  group: "id,name,status,effective_status,issues_info,campaign_id,lifetime_budget",
  ad: "id,name,status,effective_status,issues_info,adset_id,ad_review_feedback",
};

export const entityOf = entityReader({
  fields: ["status", "effective_status"],
  parents: { campaign: "account_id", group: "campaign_id", ad: "adset_id" },
  delivery: DELIVERY,
  also: (raw) => listAt(raw, "issues_info").flatMap((one) => textAt(one, "error_code") ?? []),
});

/** The values that concern the review; a paused ad set or campaign says nothing about it. */
const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  ACTIVE: "approved",
  PREAPPROVED: "approved",
  IN_PROCESS: "processing",
  PENDING_REVIEW: "pending_review",
  DISAPPROVED: "rejected",
  ARCHIVED: "archived",
  DELETED: "archived",
};

export const reviewOf = reviewReader({
  displayName: "Meta",
  field: "effective_status",
  approvals: APPROVALS,
  reasons: (ad) => policiesIn(at(ad, "ad_review_feedback")),
});

/** `{global: {POLICY: "why"}, placement_specific: {instagram: {…}}}`: the policies, each with its explanation. */
function policiesIn(feedback: Lossless | undefined): readonly string[] {
  if (!isRecord(feedback)) return [];
  return Object.entries(feedback).flatMap(([name, said]) => {
    const text = textAt(said);
    return text === undefined ? policiesIn(said) : [`${spoken(name)}: ${text}`];
  });
}
