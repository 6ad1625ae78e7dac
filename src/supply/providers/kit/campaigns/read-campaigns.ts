import type { ProviderReply, ProviderRequest } from "../../contract/http.ts";
import type { AnyJob, JobContext } from "../../contract/job.ts";
import type { RemoteBuy, RemotePackage, RemoteState, Review } from "../../contract/plan.ts";
import { ok, type Result } from "../../contract/provider-error.ts";
import type { Lossless } from "../lossless.ts";
import { partsOf } from "../pair-id.ts";
import { type Link, sequence } from "../sequence.ts";
import { gone, withWhole } from "./whole-buy.ts";

/** What has been read so far. */
export interface Reading {
  readonly mirror: RemoteBuy;
  readonly page: string | null;
  /** The campaigns listed so far. */
  readonly seen: readonly string[];
}

interface Listed {
  readonly byId: ReadonlyMap<string, Lossless>;
  readonly next: string | null;
}

/** How a platform lists the objects of a buy, a page at a time. */
export interface Listing {
  readonly request: (mirror: RemoteBuy, page: string | null, ctx: JobContext) => ProviderRequest;
  readonly read: (reply: ProviderReply) => Result<Listed>;
}

/** A platform on which a package is a campaign with a line below it; `partsOf` splits its id into these. */
export interface Platform {
  readonly campaigns: Listing;
  readonly ads: Listing;
  stateAfter<S extends Omit<RemoteState, "id">>(before: S, entity: Lossless | undefined): S;
  reviewAfter(before: Review, ad: Lossless): Review;
}

export function unread(mirror: RemoteBuy): Reading {
  return { mirror, page: null, seen: [] };
}

export function listedBy(
  items: readonly Lossless[],
  idOf: (item: Lossless) => string | undefined,
  next: string | null,
) {
  const named = items.flatMap((item) => {
    const id = idOf(item);
    return id === undefined ? [] : [[id, item] as const];
  });
  return ok<Listed>({ byId: new Map(named), next });
}

/** Reads the campaigns of a buy and their ads; what is no longer listed is gone. */
export function campaignLinks<I>(platform: Platform, mirrorOf: (input: I) => RemoteBuy): readonly Link<I, Reading>[] {
  const { campaigns, ads, stateAfter } = platform;
  return [
    {
      request: (input, { page }, ctx) => campaigns.request(mirrorOf(input), page, ctx),
      read(reply, { mirror, seen }) {
        const found = campaigns.read(reply);
        if (!found.ok) return found;
        const { byId, next: page } = found.value;
        const all = [...seen, ...byId.keys()];
        const packages = mirror.packages.map((part) => {
          const { campaignId } = partsOf(part.id);
          if (byId.has(campaignId)) return stateAfter(part, byId.get(campaignId));
          return page === null && !all.includes(campaignId) ? gone(part) : part;
        });
        return ok({ known: { mirror: withWhole({ ...mirror, packages }), page, seen: all }, again: page !== null });
      },
    },
    {
      request: (input, { page }, ctx) => ads.request(mirrorOf(input), page, ctx),
      read(reply, { mirror, seen }) {
        const found = ads.read(reply);
        if (!found.ok) return found;
        const { byId, next: page } = found.value;
        const packages = mirror.packages.map((part) => withAds(platform, part, byId));
        return ok({ known: { mirror: { ...mirror, packages }, page, seen }, again: page !== null });
      },
    },
  ];
}

export function readCampaigns(platform: Platform): AnyJob<RemoteBuy, RemoteBuy> {
  const links = campaignLinks<RemoteBuy>(platform, (mirror) => mirror);
  return sequence<RemoteBuy, Reading, RemoteBuy>(
    () => links,
    unread,
    ({ mirror }) => mirror,
  );
}

/** The same links for a job whose state has more fields. */
export function alongside<I, K extends Reading>(links: readonly Link<I, Reading>[]): readonly Link<I, K>[] {
  return links.map(({ request, read }) => ({
    request,
    read(reply, known, input, ctx) {
      const found = read(reply, known, input, ctx);
      return found.ok ? ok({ ...found.value, known: { ...known, ...found.value.known } }) : found;
    },
  }));
}

function withAds(platform: Platform, part: RemotePackage, ads: ReadonlyMap<string, Lossless>): RemotePackage {
  return {
    ...part,
    ads: part.ads.map((ad) => {
      const entity = ads.get(ad.id);
      if (entity === undefined) return ad;
      return { ...platform.stateAfter(ad, entity), review: platform.reviewAfter(ad.review, entity) };
    }),
  };
}
