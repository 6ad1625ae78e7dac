import type { Mirror, RemotePackage } from "../contract/plan.ts";
import { ok } from "../contract/provider-error.ts";
import type { Lossless } from "../kit/lossless.ts";
import { partsOf } from "../kit/pair-id.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { gone, withWhole } from "../kit/whole-buy.ts";
import { query, readPage } from "./requests.ts";
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

/** The filter for a buy's campaigns, or for its ad groups. */
export function filterOf({ packages }: Mirror, part: "campaignId" | "lineId") {
  const include = packages.map(({ id }) => partsOf(id)[part]);
  return part === "campaignId" ? { campaignIdFilter: { include } } : { adGroupIdFilter: { include } };
}

/** The campaigns of a buy and their ads; what is not listed any more is gone. */
export function readLinks<I>(mirrorOf: (input: I) => Mirror): readonly Link<I, Reading>[] {
  return [
    {
      request: (input, { page }, ctx) => query(ctx, "campaigns", filterOf(mirrorOf(input), "campaignId"), page),
      read(reply, { mirror, seen }) {
        const found = readPage(reply, "campaigns");
        if (!found.ok) return found;
        const campaigns = byId(found.value.items, "campaignId");
        const all = [...seen, ...campaigns.keys()];
        const page = found.value.next;
        const packages = mirror.packages.map((part) => {
          const { campaignId } = partsOf(part.id);
          if (campaigns.has(campaignId)) return stateAfter(part, campaigns.get(campaignId));
          return page === null && !all.includes(campaignId) ? gone(part) : part;
        });
        return ok({ known: { mirror: withWhole({ ...mirror, packages }), page, seen: all }, again: page !== null });
      },
    },
    {
      request: (input, { page }, ctx) => query(ctx, "ads", filterOf(mirrorOf(input), "lineId"), page),
      read(reply, { mirror, seen }) {
        const found = readPage(reply, "ads");
        if (!found.ok) return found;
        const ads = byId(found.value.items, "adId");
        const page = found.value.next;
        const packages = mirror.packages.map((part) => withAds(part, ads));
        return ok({ known: { mirror: { ...mirror, packages }, page, seen }, again: page !== null });
      },
    },
  ];
}

function byId(items: readonly Lossless[], key: string): ReadonlyMap<string, Lossless> {
  return new Map(
    items.flatMap((item) => {
      const id = textAt(item, key);
      return id === undefined ? [] : [[id, item] as const];
    }),
  );
}

function withAds(part: RemotePackage, ads: ReadonlyMap<string, Lossless>): RemotePackage {
  return {
    ...part,
    ads: part.ads.map((ad) => {
      const said = ads.get(ad.id);
      return said === undefined ? ad : { ...stateAfter(ad, said), review: reviewAfter(ad.review, said) };
    }),
  };
}

const links = readLinks<Mirror>((mirror) => mirror);

export const readBuy = sequence<Mirror, Reading, Mirror>(
  () => links,
  unread,
  ({ mirror }) => mirror,
);
