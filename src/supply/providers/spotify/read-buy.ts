import type { RemoteBuy, RemotePackage } from "../contract/plan.ts";
import { ok } from "../contract/provider-error.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readEntity } from "./errors.ts";
import { encoded, home, type ListProgress, pageRequest, placeOf, readPage, spotifyRequest } from "./requests.ts";
import { campaignState, DRAFT, DRAFT_REVIEW, reviewOf, setState } from "./states.ts";

/** What has been read so far. */
export interface Reading extends ListProgress {
  readonly mirror: RemoteBuy;
  /** Null until it is known. */
  readonly live: boolean | null;
  /** The ad sets listed on the pages so far. */
  readonly seen: readonly string[];
}

export const UNREAD = { live: null, seen: [], offset: 0 } as const;

type ReadLink<I, K> = Link<I, K>;

/** Reads the campaign, its ad sets and their ads: the live ones, or the draft if nothing is live. */
export function readLinks<I, K extends Reading>(known: K): readonly ReadLink<I, K>[] {
  return [
    campaign(true),
    ...(known.live === false ? [campaign<I, K>(false)] : []),
    listing(
      "ad_sets",
      ({ mirror }) => [["campaign_ids", mirror.campaign.id]],
      (before, items, isLast) => {
        const seen = [...before.seen, ...items.flatMap((one) => textAt(one, "id") ?? [])];
        const packages = before.mirror.packages.map((part) => withSet(part, before.live, { items, seen, isLast }));
        return { ...before, seen, mirror: { ...before.mirror, packages } };
      },
    ),
    listing(
      "ads",
      ({ mirror }) => mirror.packages.map(({ id }) => ["ad_set_ids", id]),
      (before, items) => {
        const packages = before.mirror.packages.map((part) => withAds(part, before.live, items));
        return { ...before, mirror: { ...before.mirror, packages } };
      },
    ),
  ];
}

function campaign<I, K extends Reading>(live: boolean): ReadLink<I, K> {
  return {
    request: (_, { mirror }, ctx) =>
      spotifyRequest("GET", home(ctx, placeOf(live, `campaigns/${encoded(mirror.campaign.id)}`)), "read"),
    read(reply, known) {
      const entity = readEntity(reply);
      if (!entity.ok) return entity;
      const { mirror } = known;
      const before = mirror.campaign;
      // A draft's state is not read: the plan says what it will be when it is published.
      const now = entity.value === null ? (live ? before : gone(before)) : live ? campaignState(entity.value) : before;
      const after = { ...mirror, campaign: { ...now, id: before.id } };
      return ok({ known: { ...known, mirror: after, live: live && entity.value !== null } });
    },
  };
}

function listing<I, K extends Reading>(
  key: "ad_sets" | "ads",
  query: (known: K) => readonly (readonly [string, string])[],
  take: (known: K, items: readonly Lossless[], isLast: boolean) => K,
): ReadLink<I, K> {
  return {
    request: (_, known, ctx) => pageRequest(home(ctx, placeOf(known.live === true, key)), known.offset, query(known)),
    read(reply, known) {
      const page = readPage(reply, key);
      if (!page.ok) return page;
      const { items, next } = page.value;
      return ok({ known: { ...take(known, items, next === null), offset: next ?? 0 }, again: next !== null });
    },
  };
}

interface Listed {
  readonly items: readonly Lossless[];
  readonly seen: readonly string[];
  readonly isLast: boolean;
}

/** A removed ad set stays removed: a live one cannot be deleted, so it is still listed, as switched off. */
function withSet(part: RemotePackage, live: boolean | null, { items, seen, isLast }: Listed): RemotePackage {
  if (part.configured === "gone") return part;
  const item = items.find((one) => textAt(one, "id") === part.id);
  if (item === undefined) return isLast && !seen.includes(part.id) ? gone(part) : part;
  const state = setState(item);
  return live ? { ...part, ...state } : { ...part, configured: state.configured, delivery: "pending", raw: DRAFT };
}

function withAds(part: RemotePackage, live: boolean | null, items: readonly Lossless[]): RemotePackage {
  const ads = part.ads.map((ad) => {
    const item = items.find((one) => textAt(one, "id") === ad.id);
    if (item === undefined) return ad;
    const { id, configured, delivery } = setState(item);
    return {
      ...ad,
      id,
      configured,
      delivery,
      raw: textAt(item, "status") ?? "",
      review: live ? reviewOf(item) : DRAFT_REVIEW,
    };
  });
  return { ...part, ads };
}

function gone<S extends RemoteBuy["campaign"]>(state: S): S {
  return { ...state, configured: "gone", delivery: "ended", raw: "not listed" };
}

export const readBuy = sequence<RemoteBuy, Reading, RemoteBuy>(
  (_, known) => readLinks<RemoteBuy, Reading>(known),
  (mirror) => ({ ...UNREAD, mirror }),
  ({ mirror }) => mirror,
);
