import type { RemoteState, Review } from "../contract/plan.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { topicsIn } from "./errors.ts";

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ENABLED: "active",
  PAUSED: "paused",
  REMOVED: "gone",
};

/** `primaryStatus` [K]: unknown values leave the last state unchanged. */
const DELIVERY: Readonly<Record<string, RemoteState["delivery"]>> = {
  ELIGIBLE: "eligible",
  LEARNING: "eligible",
  LIMITED: "eligible",
  PAUSED: "eligible",
  PENDING: "pending",
  ENDED: "ended",
  REMOVED: "ended",
  MISCONFIGURED: "blocked",
  NOT_ELIGIBLE: "blocked",
};

/** A campaign's state, updated by the reported status. */
export function stateAfter<S extends Omit<RemoteState, "id">>(before: S, campaign: Lossless | undefined): S {
  const status = textAt(campaign, "status") ?? "";
  const primary = textAt(campaign, "primaryStatus") ?? "";
  const reasons = listAt(campaign, "primaryStatusReasons").flatMap((reason) => textAt(reason) ?? []);
  return {
    ...before,
    configured: CONFIGURED[status] ?? before.configured,
    delivery: DELIVERY[primary] ?? before.delivery,
    raw: [status, primary, ...reasons].join(" ").trim(),
  };
}

const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  APPROVED: "approved",
  APPROVED_LIMITED: "approved",
  AREA_OF_INTEREST_ONLY: "approved",
  DISAPPROVED: "rejected",
};
const WAITING = new Set(["REVIEW_IN_PROGRESS", "UNDER_APPEAL"]);

export const NEW_REVIEW: Review = { approval: "pending_review", reason: null, raw: "" };

/**
 * `policySummary` [O]. An ad that is disapproved after it was approved counts as suspended. Unknown values leave the
 * last review unchanged.
 */
export function reviewAfter(before: Review, ad: Lossless | undefined): Review {
  const summary = at(ad, "policySummary");
  const approval = textAt(summary, "approvalStatus") ?? "";
  const review = textAt(summary, "reviewStatus") ?? "";
  const topics = topicsIn(summary);
  const raw = [approval, review, topics].join(" ").trim();
  const known = WAITING.has(review) && approval !== "DISAPPROVED" ? "pending_review" : APPROVALS[approval];
  if (known === undefined) return { ...before, raw };
  if (known !== "rejected") return { approval: known, reason: null, raw };
  const reason = topics === "" ? "Google refused the ad, and gives no reason" : `Google refused the ad: ${topics}`;
  const ran = before.approval === "approved" || before.approval === "suspended";
  return { approval: ran ? "suspended" : "rejected", reason, raw };
}
