import type { RemoteBuy } from "../contract/plan.ts";
import { type Listing, listedBy, type Platform, readCampaigns } from "../kit/campaigns/read-campaigns.ts";
import { partsOf } from "../kit/pair-id.ts";
import { textAt } from "../kit/read.ts";
import { query, readPage } from "./requests.ts";
import { reviewAfter, stateAfter } from "./states.ts";

/** The filter that selects a buy's campaigns or its ad groups. */
export function filterOf({ packages }: RemoteBuy, part: "campaignId" | "lineId") {
  const include = packages.map(({ id }) => partsOf(id)[part]);
  return part === "campaignId" ? { campaignIdFilter: { include } } : { adGroupIdFilter: { include } };
}

function listing(level: "campaigns" | "ads", part: "campaignId" | "lineId", idKey: string): Listing {
  return {
    request: (mirror, page, ctx) => query(ctx, level, filterOf(mirror, part), page),
    read(reply) {
      const found = readPage(reply, level);
      return found.ok ? listedBy(found.value.items, (item) => textAt(item, idKey), found.value.next) : found;
    },
  };
}

export const amazonCampaigns: Platform = {
  campaigns: listing("campaigns", "campaignId", "campaignId"),
  ads: listing("ads", "lineId", "adId"),
  stateAfter,
  reviewAfter,
};

export const readBuy = readCampaigns(amazonCampaigns);
