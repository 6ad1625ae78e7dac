import type { Mirror, RemotePackage } from "../contract/plan.ts";
import { ok } from "../contract/provider-error.ts";
import { partsOf } from "../kit/pair-id.ts";
import { at, textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { gone, withWhole } from "../kit/whole-buy.ts";
import { listOf, readPage, search } from "./requests.ts";
import { reviewAfter, stateAfter } from "./states.ts";

/** What has been read so far of what is to be read. */
export interface Reading {
  readonly mirror: Mirror;
  readonly page: string | null;
  /** Campaigns that a page has shown. */
  readonly seen: readonly string[];
}

export function unread(mirror: Mirror): Reading {
  return { mirror, page: null, seen: [] };
}

const CAMPAIGN_FIELDS = "campaign.id, campaign.status, campaign.primary_status, campaign.primary_status_reasons";
const AD_FIELDS =
  "ad_group_ad.ad.id, ad_group_ad.status, ad_group_ad.policy_summary.approval_status, ad_group_ad.policy_summary.review_status, ad_group_ad.policy_summary.policy_topic_entries";

export function idsIn(packages: readonly Pick<RemotePackage, "id">[], part: "campaignId" | "lineId"): string {
  return listOf(packages.map(({ id }) => partsOf(id)[part]));
}

/** The campaigns of a buy and their ads; what is not listed any more is gone. */
export function readLinks<I>(mirrorOf: (input: I) => Mirror): readonly Link<I, Reading>[] {
  return [
    {
      request(input, { page }, ctx) {
        const ids = idsIn(mirrorOf(input).packages, "campaignId");
        return search(ctx, `SELECT ${CAMPAIGN_FIELDS} FROM campaign WHERE campaign.id IN ${ids}`, page ?? undefined);
      },
      read(reply, { mirror, seen }) {
        const found = readPage(reply);
        if (!found.ok) return found;
        const campaigns = new Map(found.value.rows.map((row) => [textAt(row, "campaign", "id"), at(row, "campaign")]));
        const all = [...seen, ...[...campaigns.keys()].flatMap((id) => id ?? [])];
        const page = found.value.next ?? null;
        const packages = mirror.packages.map((part) => {
          const { campaignId } = partsOf(part.id);
          if (campaigns.has(campaignId)) return stateAfter(part, campaigns.get(campaignId));
          return page === null && !all.includes(campaignId) ? gone(part) : part;
        });
        const known = { mirror: withWhole({ ...mirror, packages }), page, seen: all };
        return ok({ known, again: page !== null });
      },
    },
    {
      request(input, { page }, ctx) {
        const ids = idsIn(mirrorOf(input).packages, "lineId");
        return search(ctx, `SELECT ${AD_FIELDS} FROM ad_group_ad WHERE ad_group.id IN ${ids}`, page ?? undefined);
      },
      read(reply, { mirror, seen }) {
        const found = readPage(reply);
        if (!found.ok) return found;
        const ads = new Map(
          found.value.rows.map((row) => [textAt(row, "adGroupAd", "ad", "id"), at(row, "adGroupAd")]),
        );
        const packages = mirror.packages.map((part) => ({
          ...part,
          ads: part.ads.map((ad) => {
            const said = ads.get(ad.id);
            return said === undefined ? ad : { ...stateAfter(ad, said), review: reviewAfter(ad.review, said) };
          }),
        }));
        const page = found.value.next ?? null;
        return ok({ known: { mirror: { ...mirror, packages }, page, seen }, again: page !== null });
      },
    },
  ];
}

const links = readLinks<Mirror>((mirror) => mirror);

export const readBuy = sequence<Mirror, Reading, Mirror>(
  () => links,
  unread,
  ({ mirror }) => mirror,
);
