import type { RemoteState, Review } from "../contract/plan.ts";
import type { Entity, Level } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";

/** By `summary_status` [S]; a word that nobody knows leaves the last state standing. */
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

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ACTIVE: "active",
  PAUSED: "paused",
  DRAFT: "paused",
  ARCHIVED: "gone",
};

const PARENT = { campaign: "ad_account_id", group: "campaign_id", ad: "ad_group_id" } as const;

export function entityOf(raw: Lossless, level: Level): Entity | undefined {
  const id = textAt(raw, "id");
  if (id === undefined) return undefined;
  const [status, summary] = [textAt(raw, "status") ?? "", textAt(raw, "summary_status") ?? ""];
  return {
    id,
    name: textAt(raw, "name") ?? "",
    parent: textAt(raw, PARENT[level]),
    configured: CONFIGURED[status] ?? "unknown",
    delivery: DELIVERY[summary] ?? "unknown",
    raw: `${status} ${summary}`.trim(),
  };
}

/** The field's name is [K]. */
const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  PENDING: "pending_review",
  APPROVED: "approved",
  REJECTED: "rejected",
  OTHER: "unknown",
};

export function reviewOf(ad: Lossless): Review {
  const word = textAt(ad, "review_status") ?? "";
  const reasons = listAt(ad, "rejected_reasons").flatMap((one) => textAt(one) ?? []);
  const approval = APPROVALS[word] ?? "unknown";
  return { approval, reason: approval === "rejected" ? refusalOf(reasons) : null, raw: [word, ...reasons].join(" ") };
}

function refusalOf(reasons: readonly string[]): string {
  if (reasons.length === 0) return "Pinterest refused the ad, and says no reason";
  const said = reasons.map((reason) => reason.replaceAll("_", " ").toLowerCase().slice(0, 200)).join("; ");
  return `Pinterest refused the ad: ${said}`;
}
