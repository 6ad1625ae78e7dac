import { type AnyJob, fail, type JobContext } from "../contract/job.ts";
import type { PlannedCreative, Review, ShownCreative } from "../contract/plan.ts";
import { failed, fault, ok, type ProviderError } from "../contract/provider-error.ts";
import { cut, tagged } from "../kit/lookup-tag.ts";
import { jsonText, readLossless, type Writable } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { filesOf, type Uploading, uploadLinks } from "./assets.ts";
import { LONGEST_NAME } from "./bodies.ts";
import { readEntity, readId } from "./errors.ts";
import { isWhole, listing, type Publishing, publishing, UNPUBLISHED } from "./publish.ts";
import { encoded, home, lookUp, placeOf, spotifyJson, spotifyRequest } from "./requests.ts";
import { DRAFT_REVIEW, reviewOf } from "./states.ts";
import { shapeOf } from "./templates.ts";

const LONGEST_TAGLINE = 40;
const LONGEST_ADVERTISER = 25;

interface Showing extends Uploading, Publishing {
  /** Whether the campaign was live when the ad was created; null until that is known. */
  readonly live: boolean | null;
  readonly adId: string;
}

type ShowLink = Link<PlannedCreative, Showing>;

/** The same creative in the same package is one ad, however often it is requested; another version has another tag. */
const tagFor = ({ packageId, creativeId }: PlannedCreative) => `[oa:${packageId}:${creativeId}]`;

const whether: ShowLink = {
  request: ({ campaignRemoteId }, _, ctx) =>
    spotifyRequest("GET", home(ctx, `campaigns/${encoded(campaignRemoteId)}`), "read"),
  read(reply, known) {
    const entity = readEntity(reply);
    return entity.ok ? ok({ known: { ...known, live: entity.value !== null } }) : entity;
  },
};

/**
 * Below a live campaign, an ad is created switched off. In a draft nothing runs, so the ad is created switched on, for
 * when the draft goes live.
 */
const makeAd: ShowLink = {
  request: (input, { assets, live }, ctx) =>
    spotifyJson("POST", adsPath(live, ctx), "write", adBody(input, assets, live ? "OFF" : "ON")),
  read(reply, known) {
    const id = readId(reply);
    return id.ok ? ok({ known: { ...known, adId: id.value } }) : id;
  },
  lost: lookUp<PlannedCreative, Showing>({
    path: (_, { live }, ctx) => adsPath(live, ctx),
    key: "ads",
    tag: tagFor,
    found: (known, adId) => ({ ...known, adId }),
  }),
};

const readAd: ShowLink = {
  request: (_, { adId, live }, ctx) => spotifyRequest("GET", `${adsPath(live, ctx)}/${encoded(adId)}`, "read"),
  read(reply, known) {
    const entity = readEntity(reply);
    if (!entity.ok) return entity;
    if (textAt(entity.value ?? undefined, "id") === known.adId) return ok({ known });
    return failed(fault("unreadable", "Spotify does not show the ad that was created"));
  },
};

const startAd: ShowLink = {
  request: (_, { adId }, ctx) => spotifyJson("PATCH", home(ctx, `ads/${encoded(adId)}`), "spend", { delivery: "ON" }),
  read(reply, known) {
    const id = readId(reply);
    return id.ok ? ok({ known }) : id;
  },
};

function adsPath(live: boolean | null, ctx: JobContext): string {
  return home(ctx, placeOf(live === true, "ads"));
}

function adBody(input: PlannedCreative, assets: Showing["assets"], delivery: "ON" | "OFF"): Writable {
  const { headline, text, brandName, clickUrl } = input.assets;
  return {
    name: tagged(input.name, tagFor(input), LONGEST_NAME),
    ad_set_id: input.packageRemoteId,
    tagline: cut(headline ?? text, LONGEST_TAGLINE),
    advertiser_name: cut(brandName ?? input.name, LONGEST_ADVERTISER),
    assets: { asset_id: assets.media, companion_asset_id: assets.companion, logo_asset_id: assets.logo },
    call_to_action: { key: "LEARN_MORE", clickthrough_url: clickUrl },
    delivery,
  };
}

const shown = sequence<PlannedCreative, Showing, ShownCreative>(
  (input, known) => [
    ...filesOf(input).flatMap((file) => uploadLinks<Showing>(file)),
    whether,
    makeAd,
    readAd,
    ...(known.live === true ? [startAd] : listing<Showing>(false)),
    ...(known.live === false && isWhole(known) ? publishing(input, known) : []),
  ],
  () => ({ ...UNPUBLISHED, assets: {}, live: null, adId: "", offset: 0 }),
  ({ adId, assets }) => ({
    adId,
    refs: Object.entries(assets).map(([kind, id]) => ({ kind, id })),
    review: DRAFT_REVIEW,
  }),
);

/** Creates the files and the ad. If this was the last ad that the draft lacked, the whole campaign goes live. */
export const showCreative: AnyJob<PlannedCreative, ShownCreative> = {
  start(input, ctx) {
    const against = lackOf(input);
    return against ? fail(against) : shown.start(input, ctx);
  },
  next: shown.next,
};

function lackOf({ assets, templateId }: PlannedCreative): ProviderError | undefined {
  const field = "creatives";
  if (assets.clickUrl === null)
    return fault("invalid", "an ad needs a landing page: give it a click-through URL", { field });
  const isSound = shapeOf({ templateId }).assetFormat === "AUDIO";
  if (isSound && assets.companionUrl === undefined)
    return fault("invalid", "an audio ad needs an image: give the creative an image asset as well as its audio", {
      field,
    });
  return undefined;
}

interface Switching {
  readonly live: boolean;
  readonly ad: string;
}

type SwitchInput = { readonly adId: string; readonly packageRemoteId: string; readonly on: boolean };

/** Makes an ad run or stop; in a draft, this takes effect when it goes live. */
export const switchAd = sequence<SwitchInput, Switching, Review>(
  (): readonly Link<SwitchInput, Switching>[] => [
    {
      request: ({ adId }, _, ctx) => spotifyRequest("GET", home(ctx, `ads/${encoded(adId)}`), "read"),
      read(reply, known) {
        const entity = readEntity(reply);
        return entity.ok ? ok({ known: { ...known, live: entity.value !== null } }) : entity;
      },
    },
    {
      request: ({ adId, on }, { live }, ctx) =>
        spotifyJson("PATCH", home(ctx, placeOf(live, `ads/${encoded(adId)}`)), on && live ? "spend" : "write", {
          delivery: on ? "ON" : "OFF",
        }),
      read(reply, known) {
        const entity = readEntity(reply);
        return entity.ok ? ok({ known: { ...known, ad: jsonText((entity.value ?? {}) as Writable) } }) : entity;
      },
    },
  ],
  () => ({ live: false, ad: "{}" }),
  ({ live, ad }) => (live ? reviewOf(readLossless(ad) ?? {}) : DRAFT_REVIEW),
);
