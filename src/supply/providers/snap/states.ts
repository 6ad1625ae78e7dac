import type { RemoteAd, RemoteState, Review } from "../contract/plan.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";

/** What Snap's statuses mean for delivery [O delivery-status]; unknown ones leave the last state unchanged. */
const DELIVERY: Readonly<Record<string, RemoteState["delivery"]>> = {
  VALID: "eligible",
  PENDING: "pending",
  INVALID_NOT_ACTIVE: "eligible",
  INVALID_START_TIME: "eligible",
  INVALID_END_TIME: "ended",
  INVALID_ENDED: "ended",
  INVALID_OVER_BUDGET_LIFETIME: "ended",
  INVALID_NO_VALID_AD: "blocked",
  INVALID_NO_VALID_AD_SQUAD: "blocked",
  NO_VALID_AD: "blocked",
  NO_VALID_AD_SQUAD: "blocked",
  TEST_AD_ACCOUNT: "blocked",
};

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ACTIVE: "active",
  PAUSED: "paused",
  DELETED: "gone",
};

export function stateOf(entity: Lossless): RemoteState | undefined {
  const id = textAt(entity, "id");
  if (id === undefined) return undefined;
  const status = textAt(entity, "status") ?? "";
  const words = listAt(entity, "delivery_status").flatMap((one) => textAt(one) ?? []);
  return {
    id,
    configured: CONFIGURED[status] ?? "unknown",
    delivery: deliveryOf(words),
    raw: [status, ...words].join(" "),
  };
}

function deliveryOf(words: readonly string[]): RemoteState["delivery"] {
  const known = words.map((word) => (word.startsWith("INVALID_OVER_BUDGET") ? "ended" : (DELIVERY[word] ?? "unknown")));
  return (["ended", "blocked", "pending", "eligible"] as const).find((one) => known.includes(one)) ?? "unknown";
}

const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  PENDING: "pending_review",
  APPROVED: "approved",
  REJECTED: "rejected",
};

export function reviewOf(ad: Lossless): Review {
  const raw = textAt(ad, "review_status") ?? "";
  const reasons = listAt(ad, "review_status_reasons").flatMap((one) => textAt(one) ?? textAt(one, "reason") ?? []);
  const approval = APPROVALS[raw] ?? "unknown";
  return { approval, reason: approval === "rejected" ? refusalOf(reasons) : null, raw: [raw, ...reasons].join(" ") };
}

function refusalOf(reasons: readonly string[]): string {
  if (reasons.length === 0) return "Snap refused the ad, and gives no reason";
  const said = reasons.map((reason) => reason.replaceAll("_", " ").toLowerCase().slice(0, 200)).join("; ");
  return `Snap refused the ad: ${said}`;
}

export function adOf(entity: Lossless, creativeId: string): RemoteAd | undefined {
  const state = stateOf(entity);
  return state && { ...state, creativeId, review: reviewOf(entity) };
}
