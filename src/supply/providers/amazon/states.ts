import type { RemoteState, Review } from "../contract/plan.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ENABLED: "active",
  PAUSED: "paused",
  ARCHIVED: "gone",
};

/**
 * Reasons for not delivering [O common-models]; the first pattern that matches decides. Unknown reasons leave the last
 * state unchanged.
 */
const DELIVERY: readonly (readonly [RegExp, RemoteState["delivery"]])[] = [
  [/^(CAMPAIGN_)?ENDED$|ARCHIVED$/, "ended"],
  [/PAYMENT|INCOMPLETE|^PORTFOLIO_|SUSPENDED|POLICING|REJECTED/, "blocked"],
  [/^PENDING_/, "pending"],
  [/_PAUSED$|OUT_OF_BUDGET$/, "eligible"],
];

/** Common model v1 has these fields inside `status`, older versions next to it [K]. */
function deliveryIn(entity: Lossless | undefined) {
  const reasons = [...listAt(entity, "status", "deliveryReasons"), ...listAt(entity, "deliveryReasons")];
  return {
    word: textAt(entity, "status", "deliveryStatus") ?? textAt(entity, "deliveryStatus"),
    reasons: [...new Set(reasons.flatMap((reason) => textAt(reason) ?? []))],
  };
}

/** An object's state, updated by the reported status. */
export function stateAfter<S extends Omit<RemoteState, "id">>(before: S, entity: Lossless | undefined): S {
  const state = textAt(entity, "state") ?? "";
  const { word, reasons } = deliveryIn(entity);
  const known = DELIVERY.find(([pattern]) => reasons.some((reason) => pattern.test(reason)))?.[1];
  const delivery = word === "DELIVERING" ? "eligible" : (known ?? before.delivery);
  return {
    ...before,
    configured: CONFIGURED[state] ?? before.configured,
    delivery,
    raw: [state, word ?? "", ...reasons].join(" ").trim(),
  };
}

export const NEW_REVIEW: Review = { approval: "pending_review", reason: null, raw: "" };

const REFUSED = /POLICING|REJECTED|POLICY/;
const REVIEWED = /^PENDING_REVIEW$|IN_REVIEW/;

/**
 * An ad has passed the review if its reasons do not mention one; their wording is [K]. An ad that is refused after it
 * was approved counts as suspended.
 */
export function reviewAfter(before: Review, ad: Lossless | undefined): Review {
  const { word, reasons } = deliveryIn(ad);
  const raw = [word ?? "", ...reasons].join(" ").trim();
  if (reasons.some((reason) => REFUSED.test(reason))) {
    const said = textAt(ad, "status", "policyDetails") ?? textAt(ad, "policyDetails") ?? "";
    const words = said.replaceAll("_", " ").toLowerCase().slice(0, 200);
    const reason = words === "" ? "Amazon refused the ad, and gives no reason" : `Amazon refused the ad: ${words}`;
    const ran = before.approval === "approved" || before.approval === "suspended";
    return { approval: ran ? "suspended" : "rejected", reason, raw };
  }
  if (reasons.some((reason) => REVIEWED.test(reason))) return { approval: "pending_review", reason: null, raw };
  const isKnown = reasons.every((reason) => DELIVERY.some(([pattern]) => pattern.test(reason)));
  return word !== undefined && isKnown ? { approval: "approved", reason: null, raw } : { ...before, raw };
}
