import { isTerminal, type MediaBuy } from "../../media-buys/index.ts";

/** In order of severity: the standing of several buys is the first in this list that any of them has. */
export const CAMPAIGN_CONDITIONS = [
  "attention_required",
  "pending_creatives",
  "not_submitted",
  "pending_start",
  "paused",
  "active",
  "completed",
] as const;

export type CampaignCondition = (typeof CAMPAIGN_CONDITIONS)[number];

/** What a buy's status means to the people who run it. */
export function conditionOf({ status, sellerStatus }: Pick<MediaBuy, "status" | "sellerStatus">): CampaignCondition {
  if (sellerStatus === "pending_creatives" && !isTerminal({ status })) return "pending_creatives";
  switch (status) {
    case "DRAFT":
      return "not_submitted";
    case "PENDING_APPROVAL":
      return "pending_start";
    case "ACTIVE":
      return sellerStatus === "pending_start" ? "pending_start" : "active";
    case "PAUSED":
      return "paused";
    case "INPUT_REQUIRED":
    case "REJECTED":
    case "FAILED":
      return "attention_required";
    default:
      return "completed";
  }
}

export const CAMPAIGN_STANDINGS = [
  "no_media_buys",
  "draft",
  ...CAMPAIGN_CONDITIONS.filter((one) => one !== "not_submitted"),
] as const;

/** The buy in a campaign that needs attention most. */
export function standingOfAll(standings: readonly CampaignCondition[]): (typeof CAMPAIGN_STANDINGS)[number] {
  const first = CAMPAIGN_CONDITIONS.find((one) => standings.includes(one));
  if (!first) return "no_media_buys";
  return first === "not_submitted" ? "draft" : first;
}
