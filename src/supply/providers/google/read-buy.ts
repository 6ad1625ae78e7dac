import type { RemotePackage } from "../contract/plan.ts";
import { type Listing, listedBy, type Platform, readCampaigns } from "../kit/campaigns/read-campaigns.ts";
import type { Lossless } from "../kit/lossless.ts";
import { partsOf } from "../kit/pair-id.ts";
import { at, textAt } from "../kit/read.ts";
import { listOf, readPage, search } from "./requests.ts";
import { reviewAfter, stateAfter } from "./states.ts";

const CAMPAIGN_FIELDS = "campaign.id, campaign.status, campaign.primary_status, campaign.primary_status_reasons";
const AD_FIELDS =
  "ad_group_ad.ad.id, ad_group_ad.status, ad_group_ad.policy_summary.approval_status, ad_group_ad.policy_summary.review_status, ad_group_ad.policy_summary.policy_topic_entries";

export function idsIn(packages: readonly Pick<RemotePackage, "id">[], part: "campaignId" | "lineId"): string {
  return listOf(packages.map(({ id }) => partsOf(id)[part]));
}

interface Query {
  readonly select: string;
  readonly where: string;
  readonly part: "campaignId" | "lineId";
  /** The key under which a row of the answer has the object. */
  readonly key: string;
  readonly idOf: (entity: Lossless) => string | undefined;
}

function listing({ select, where, part, key, idOf }: Query): Listing {
  return {
    request: ({ packages }, page, ctx) =>
      search(ctx, `SELECT ${select} WHERE ${where} IN ${idsIn(packages, part)}`, page ?? undefined),
    read(reply) {
      const found = readPage(reply);
      if (!found.ok) return found;
      const entities = found.value.rows.flatMap((row) => at(row, key) ?? []);
      return listedBy(entities, idOf, found.value.next ?? null);
    },
  };
}

export const googleCampaigns: Platform = {
  campaigns: listing({
    select: `${CAMPAIGN_FIELDS} FROM campaign`,
    where: "campaign.id",
    part: "campaignId",
    key: "campaign",
    idOf: (campaign) => textAt(campaign, "id"),
  }),
  ads: listing({
    select: `${AD_FIELDS} FROM ad_group_ad`,
    where: "ad_group.id",
    part: "lineId",
    key: "adGroupAd",
    idOf: (ad) => textAt(ad, "ad", "id"),
  }),
  stateAfter,
  reviewAfter,
};

export const readBuy = readCampaigns(googleCampaigns);
