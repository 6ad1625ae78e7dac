import type { JobContext } from "../contract/job.ts";
import type { CreativeAssets, PlannedCreative, Review, ShownCreative } from "../contract/plan.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { refusingLacks, switchingAd } from "../kit/campaigns/show-ad.ts";
import { tagged } from "../kit/lookup-tag.ts";
import { partsOf } from "../kit/pair-id.ts";
import { at, textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { updating } from "./bodies.ts";
import { readGoogle } from "./errors.ts";
import {
  containing,
  customerPath,
  lastIdIn,
  listOf,
  mutate,
  mutateWritten,
  namesIn,
  type Operation,
  readMutated,
  readPage,
  search,
  type Written,
  written,
  writtenImage,
} from "./requests.ts";
import { NEW_REVIEW, reviewAfter } from "./states.ts";

const LONGEST_NAME = 255;
const LONGEST = { headline: 40, text: 90, brand: 25 } as const;
const AD_FIELDS =
  "ad_group_ad.ad.id, ad_group_ad.ad.name, ad_group_ad.status, ad_group_ad.policy_summary.approval_status, ad_group_ad.policy_summary.review_status, ad_group_ad.policy_summary.policy_topic_entries";

interface Showing {
  readonly adId: string;
  readonly refs: ShownCreative["refs"];
  readonly review: Review;
  readonly doubted: boolean;
}

/** The same creative in the same package is one ad, however often it is requested; another version has another tag. */
function tagFor({ packageId, creativeId }: PlannedCreative): string {
  return `[oa:${packageId}:${encodeURIComponent(creativeId).replaceAll("'", "%27")}]`;
}

function cut(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("");
}

/** The video's id in a YouTube URL: Google accepts no videos from elsewhere [O demand-gen]. */
export function youtubeIdIn(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const host = url.hostname.replace(/^(www|m)\./, "");
  const last = url.pathname.split("/").at(-1) ?? "";
  const id = host === "youtu.be" || /^\/(shorts|embed)\//.test(url.pathname) ? last : (url.searchParams.get("v") ?? "");
  return (host === "youtu.be" || host === "youtube.com") && /^[\w-]{11}$/.test(id) ? id : undefined;
}

/** What a creative lacks; undefined if nothing. */
function lackOf({ templateId, assets }: Pick<PlannedCreative, "templateId" | "assets">): string | undefined {
  if (!assets.media) return "it has no file";
  if (assets.clickUrl === null) return "Google requires a landing page";
  if (templateId === "display") return undefined;
  if (assets.headline === null) return "Google requires a headline";
  if (assets.logoUrl === undefined) return "Google also requires the brand's square logo";
  if (templateId === "demand_gen_video" && youtubeIdIn(assets.media.url) === undefined)
    return "Google shows videos that are on YouTube: give the address there";
  return undefined;
}

/** Creates the assets and the ad in one call, with the ad paused. */
function making(input: PlannedCreative, ctx: JobContext): readonly Written[] {
  const { assets, templateId, packageRemoteId } = input;
  const path = customerPath(ctx);
  const name = tagged(input.name, tagFor(input), LONGEST_NAME - 5);
  const [media, logo] = [`${path}/assets/-1`, `${path}/assets/-2`];
  const url = assets.media?.url ?? "";
  const isVideo = templateId === "demand_gen_video";
  const image = (resourceName: string, file: string, called: string) =>
    writtenImage(file, { resourceName, name: called, type: "IMAGE" });
  const video: Operation = {
    assetOperation: {
      create: { resourceName: media, name, youtubeVideoAsset: { youtubeVideoId: youtubeIdIn(url) ?? "" } },
    },
  };
  const ad: Operation = {
    adGroupAdOperation: {
      create: {
        adGroup: `${path}/adGroups/${partsOf(packageRemoteId).lineId}`,
        status: "PAUSED",
        ad: {
          name,
          finalUrls: assets.clickUrl === null ? [] : [assets.clickUrl],
          ...kindOf(templateId, assets, { media, logo }),
        },
      },
    },
  };
  return [
    isVideo ? written(video) : image(media, url, name),
    ...(assets.logoUrl === undefined || templateId === "display" ? [] : [image(logo, assets.logoUrl, `${name} logo`)]),
    written(ad),
  ];
}

interface AssetNames {
  readonly media: string;
  readonly logo: string;
}

function kindOf(templateId: string, { headline, text, brandName }: CreativeAssets, assets: AssetNames): Operation {
  if (templateId === "display") return { imageAd: { imageAsset: { asset: assets.media } } };
  const title = cut(headline ?? "", LONGEST.headline);
  const said = cut(text ?? headline ?? "", LONGEST.text);
  const brand = cut(brandName ?? "", LONGEST.brand);
  const common = { headlines: [{ text: title }], descriptions: [{ text: said }], logoImages: [{ asset: assets.logo }] };
  return templateId === "demand_gen_video"
    ? {
        demandGenVideoResponsiveAd: {
          ...common,
          longHeadlines: [{ text: said }],
          videos: [{ asset: assets.media }],
          businessName: { text: brand },
        },
      }
    : { demandGenMultiAssetAd: { ...common, marketingImages: [{ asset: assets.media }], businessName: brand } };
}

type ShowLink = Link<PlannedCreative, Showing>;

const make: ShowLink = {
  request: (input, _, ctx) => mutateWritten(ctx, making(input, ctx)),
  read(reply, known) {
    const body = readGoogle(reply);
    if (!body.ok && body.error.kind === "conflict" && !known.doubted)
      return ok({ known: { ...known, doubted: true }, doubtful: true });
    if (!body.ok) return body;
    const names = namesIn(body.value);
    const adId = lastIdIn(names.find((name) => name.includes("/adGroupAds/")));
    if (adId === "") return failed(fault("unreadable", "Google's answer does not say what was created"));
    const refs = names.filter((name) => name.includes("/assets/")).map((id) => ({ kind: "asset", id }));
    return ok({ known: { ...known, adId, refs } });
  },
  lost: {
    request: (input, _, ctx) =>
      search(
        ctx,
        `SELECT ${AD_FIELDS} FROM ad_group_ad WHERE ad_group.id IN ${listOf([partsOf(input.packageRemoteId).lineId])} AND ad_group_ad.ad.name LIKE ${containing(tagFor(input))} AND ad_group_ad.status != 'REMOVED'`,
      ),
    read(reply, known) {
      const found = readPage(reply);
      if (!found.ok) return found;
      const adId = textAt(found.value.rows[0], "adGroupAd", "ad", "id");
      return adId === undefined ? ok({ known, again: true }) : ok({ known: { ...known, adId } });
    },
  },
};

const check: ShowLink = {
  request: ({ packageRemoteId }, { adId }, ctx) => adQuery(packageRemoteId, adId, ctx),
  read(reply, known) {
    const found = readPage(reply);
    if (!found.ok) return found;
    const ad = at(found.value.rows[0], "adGroupAd");
    if (textAt(ad, "ad", "id") !== known.adId || textAt(ad, "status") !== "PAUSED")
      return failed(fault("unreadable", "Google does not show the ad as it was created"));
    return ok({ known: { ...known, review: reviewAfter(NEW_REVIEW, ad) } });
  },
};

function adQuery(packageRemoteId: string, adId: string, ctx: JobContext) {
  const { lineId } = partsOf(packageRemoteId);
  return search(
    ctx,
    `SELECT ${AD_FIELDS} FROM ad_group_ad WHERE ad_group.id IN ${listOf([lineId])} AND ad_group_ad.ad.id IN ${listOf([adId])}`,
  );
}

function switched(packageRemoteId: string, adId: string, on: boolean, ctx: JobContext) {
  const name = `${customerPath(ctx)}/adGroupAds/${partsOf(packageRemoteId).lineId}~${adId}`;
  return mutate(ctx, on ? "spend" : "write", [updating("adGroupAd", name, { status: on ? "ENABLED" : "PAUSED" })]);
}

const enable: ShowLink = {
  request: ({ packageRemoteId }, { adId }, ctx) => switched(packageRemoteId, adId, true, ctx),
  read(reply, known) {
    const body = readMutated(reply);
    return body.ok ? ok({ known }) : body;
  },
};

const shown = sequence<PlannedCreative, Showing, ShownCreative>(
  () => [make, check, enable],
  () => ({ adId: "", refs: [], review: NEW_REVIEW, doubted: false }),
  ({ adId, refs, review }) => ({ adId, refs, review }),
);

/** Creates the assets and a paused ad, checks the ad, and enables it in its ad group, whether or not that is running. */
export const showCreative = refusingLacks(shown, lackOf);

export const switchAd = switchingAd(
  {
    switch: ({ adId, packageRemoteId, on }, ctx) => switched(packageRemoteId, adId, on, ctx),
    switched: readMutated,
    look: ({ adId, packageRemoteId }, ctx) => adQuery(packageRemoteId, adId, ctx),
    reviewAfter(before, reply) {
      const found = readPage(reply);
      return found.ok ? ok(reviewAfter(before, at(found.value.rows[0], "adGroupAd"))) : found;
    },
  },
  NEW_REVIEW,
);
