import type { RemoteState, Review } from "../contract/plan.ts";
import type { Entity, Level } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, isRecord, listAt, textAt } from "../kit/read.ts";

/** What Meta makes of it, by `effective_status` [S]; a word that nobody knows leaves the last state standing. */
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

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ACTIVE: "active",
  PAUSED: "paused",
  ARCHIVED: "gone",
  DELETED: "gone",
};

export const FIELDS: Readonly<Record<Level, string>> = {
  campaign: "id,name,status,effective_status,issues_info",
  group: "id,name,status,effective_status,issues_info,campaign_id,lifetime_budget",
  ad: "id,name,status,effective_status,issues_info,adset_id,ad_review_feedback",
};

const PARENT = { campaign: "account_id", group: "campaign_id", ad: "adset_id" } as const;

export function entityOf(raw: Lossless, level: Level): Entity | undefined {
  const id = textAt(raw, "id");
  if (id === undefined) return undefined;
  const [status, effective] = [textAt(raw, "status") ?? "", textAt(raw, "effective_status") ?? ""];
  const issues = listAt(raw, "issues_info").flatMap((one) => textAt(one, "error_code") ?? []);
  return {
    id,
    name: textAt(raw, "name") ?? "",
    parent: textAt(raw, PARENT[level]),
    configured: CONFIGURED[status] ?? "unknown",
    delivery: DELIVERY[effective] ?? "unknown",
    raw: [status, effective, ...issues].join(" ").trim(),
  };
}

/** Words that say something of the review; that an ad set or a campaign is paused says nothing of it. */
const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  ACTIVE: "approved",
  PREAPPROVED: "approved",
  IN_PROCESS: "processing",
  PENDING_REVIEW: "pending_review",
  DISAPPROVED: "rejected",
  ARCHIVED: "archived",
  DELETED: "archived",
};

export function reviewOf(ad: Lossless): Review {
  const word = textAt(ad, "effective_status") ?? "";
  const reasons = policiesIn(at(ad, "ad_review_feedback"));
  const approval = APPROVALS[word] ?? "unknown";
  return { approval, reason: approval === "rejected" ? refusalOf(reasons) : null, raw: [word, ...reasons].join(" ") };
}

/** `{global: {POLICY: "why"}, placement_specific: {instagram: {…}}}`: the policies, with what is said of each. */
function policiesIn(feedback: Lossless | undefined): readonly string[] {
  if (!isRecord(feedback)) return [];
  return Object.entries(feedback).flatMap(([name, said]) => {
    const text = textAt(said);
    return text === undefined ? policiesIn(said) : [`${name.replaceAll("_", " ").toLowerCase()}: ${text}`];
  });
}

function refusalOf(reasons: readonly string[]): string {
  if (reasons.length === 0) return "Meta refused the ad, and says no reason";
  return `Meta refused the ad: ${[...new Set(reasons)].map((reason) => reason.slice(0, 200)).join("; ")}`;
}
