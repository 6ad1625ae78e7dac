import type { RemoteState, Review } from "../contract/plan.ts";
import type { Entity, Level } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import { WORDS } from "./requests.ts";

const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = { ENABLE: "active", DISABLE: "paused" };

/**
 * The statuses without their prefix `ADGROUP_STATUS_` or similar. The list is old [T]; unknown values leave the last
 * state unchanged.
 */
const DELIVERY: Readonly<Record<string, RemoteState["delivery"]>> = {
  ENABLE: "eligible",
  DELIVERY_OK: "eligible",
  NOT_START: "eligible",
  DISABLE: "eligible",
  CAMPAIGN_DISABLE: "eligible",
  ADGROUP_DISABLE: "eligible",
  AUDIT: "pending",
  REAUDIT: "pending",
  AUDIT_DENY: "refused",
  TIME_DONE: "ended",
  BUDGET_EXCEED: "ended",
  BALANCE_EXCEED: "blocked",
  DELETE: "ended",
};

export function entityOf(raw: Lossless, level: Level): Entity | undefined {
  const id = textAt(raw, `${WORDS[level]}_id`);
  if (id === undefined) return undefined;
  const [switched, said] = [textAt(raw, "operation_status") ?? "", textAt(raw, "secondary_status") ?? ""];
  const word = wordIn(said);
  const parents: Readonly<Record<Level, string | undefined>> = {
    campaign: undefined,
    group: textAt(raw, "campaign_id"),
    ad: textAt(raw, "adgroup_id"),
  };
  return {
    id,
    name: textAt(raw, "name") ?? "",
    parent: parents[level],
    configured: word === "DELETE" ? "gone" : (CONFIGURED[switched] ?? "unknown"),
    delivery: DELIVERY[word] ?? "unknown",
    raw: [switched, said].filter(Boolean).join(" "),
  };
}

function wordIn(secondary: string): string {
  return secondary.replace(/^(CAMPAIGN|ADGROUP|AD)_STATUS_/, "");
}

/** If an ad is not running for another reason, its review is not reported, so the last one is kept. */
const APPROVALS: Readonly<Record<string, Review["approval"]>> = {
  AUDIT: "pending_review",
  REAUDIT: "pending_review",
  AUDIT_DENY: "rejected",
  DELIVERY_OK: "approved",
  NOT_START: "approved",
  DELETE: "archived",
};

export function reviewOf(ad: Lossless): Review {
  const said = textAt(ad, "secondary_status") ?? "";
  const approval = APPROVALS[wordIn(said)] ?? "unknown";
  const reason = textAt(ad, "reject_reason");
  return {
    approval,
    reason: approval === "rejected" ? refusalOf(reason) : null,
    raw: [said, reason].filter(Boolean).join(" "),
  };
}

function refusalOf(reason = ""): string {
  if (reason === "") return "TikTok refused the ad, and gives no reason";
  return `TikTok refused the ad: ${reason.replaceAll("_", " ").toLowerCase().slice(0, 200)}`;
}
