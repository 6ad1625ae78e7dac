import type { Mirror, RemotePackage, RemoteState, Review } from "../contract/plan.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { topicsIn } from "./errors.ts";

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ENABLED: "active",
  PAUSED: "paused",
  REMOVED: "gone",
};

/** `primaryStatus` [K]: words that nobody knows leave the last state standing. */
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

/** What a campaign says of itself, over what was known of it before. */
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

export function gone<S extends RemoteState>(before: S): S {
  return { ...before, configured: "gone", delivery: "ended", raw: "not listed" };
}

/**
 * The buy as a whole, by its campaigns. Google has nothing that holds them together but the tag in their names, which stands in
 * place of an id.
 */
export function wholeOf(before: RemoteState, packages: readonly RemotePackage[]): RemoteState {
  const configured = (["active", "paused", "gone"] as const).find((one) =>
    packages.some((part) => part.configured === one),
  );
  const living = packages.filter((part) => part.configured !== "gone");
  const delivery = (["eligible", "pending", "blocked", "refused", "ended"] as const).find((one) =>
    living.some((part) => part.delivery === one),
  );
  return {
    ...before,
    configured: configured ?? before.configured,
    delivery: delivery ?? (configured === "gone" ? "ended" : before.delivery),
    raw: packages.map(({ raw }) => raw).join("; "),
  };
}

export function withWhole({ campaign, packages }: Mirror): Mirror {
  return { campaign: wholeOf(campaign, packages), packages };
}

const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  APPROVED: "approved",
  APPROVED_LIMITED: "approved",
  AREA_OF_INTEREST_ONLY: "approved",
  DISAPPROVED: "rejected",
};
const WAITING = new Set(["REVIEW_IN_PROGRESS", "UNDER_APPEAL"]);

export const NEW_REVIEW: Review = { approval: "pending_review", reason: null, raw: "" };

/** `policySummary` [O]. What is disapproved after it had run is held back. Words that nobody knows leave the last review standing. */
export function reviewAfter(before: Review, ad: Lossless | undefined): Review {
  const summary = at(ad, "policySummary");
  const approval = textAt(summary, "approvalStatus") ?? "";
  const review = textAt(summary, "reviewStatus") ?? "";
  const topics = topicsIn(summary);
  const raw = [approval, review, topics].join(" ").trim();
  const known = WAITING.has(review) && approval !== "DISAPPROVED" ? "pending_review" : APPROVALS[approval];
  if (known === undefined) return { ...before, raw };
  if (known !== "rejected") return { approval: known, reason: null, raw };
  const reason = topics === "" ? "Google refused the ad, and says no reason" : `Google refused the ad: ${topics}`;
  const ran = before.approval === "approved" || before.approval === "suspended";
  return { approval: ran ? "suspended" : "rejected", reason, raw };
}
