import type { JobContext } from "../contract/job.ts";
import type { PlannedCreative, Review, ShownCreative } from "../contract/plan.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { refusingLacks, switchingAd } from "../kit/campaigns/show-ad.ts";
import { tagged } from "../kit/lookup-tag.ts";
import { partsOf } from "../kit/pair-id.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { LONGEST_NAME } from "./bodies.ts";
import { idIn } from "./create-buy.ts";
import { readWritten } from "./errors.ts";
import { AD_PRODUCT, modelRequest, named, query, readPage } from "./requests.ts";
import { NEW_REVIEW, reviewAfter } from "./states.ts";

interface Showing {
  readonly adId: string;
  readonly review: Review;
}

/** The same creative in the same package is one ad, however often it is requested; another version has another tag. */
function nameOf({ packageId, creativeId, name }: PlannedCreative): string {
  return tagged(name, `[oa:${packageId}:${creativeId}]`, LONGEST_NAME);
}

function lackOf({ assets: { productIds = [] } }: PlannedCreative): string | undefined {
  return productIds.length === 1
    ? undefined
    : "a Sponsored Products ad shows one product: use a separate creative for each product";
}

/** An ASIN has ten characters; a book's ASIN is its ISBN. Any other product id is the seller's SKU. */
export function productOf(productId: string) {
  const isAsin = /^(B[0-9A-Z]{9}|\d{9}[\dX])$/.test(productId);
  return { productIdType: isAsin ? "ASIN" : "SKU", productId };
}

type ShowLink = Link<PlannedCreative, Showing>;

const make: ShowLink = {
  request(input, _, ctx) {
    const products = (input.assets.productIds ?? []).map(productOf);
    const ad = {
      adProduct: AD_PRODUCT,
      name: nameOf(input),
      adGroupId: partsOf(input.packageRemoteId).lineId,
      adType: "PRODUCT_AD",
      state: "PAUSED",
      creative: { products },
    };
    return modelRequest(ctx, "create", "ads", { ads: [ad] }, "write");
  },
  read(reply, known) {
    const adId = idIn(reply, "ad", "adId");
    return adId.ok ? ok({ known: { ...known, adId: adId.value } }) : adId;
  },
  lost: {
    request(input, _, ctx) {
      const include = [partsOf(input.packageRemoteId).lineId];
      return query(ctx, "ads", { adGroupIdFilter: { include }, ...named(nameOf(input)) });
    },
    read(reply, known, input) {
      const page = readPage(reply, "ads");
      if (!page.ok) return page;
      const own = page.value.items.find(
        (one) => textAt(one, "name") === nameOf(input) && textAt(one, "state") !== "ARCHIVED",
      );
      const adId = textAt(own, "adId");
      return adId === undefined ? ok({ known, again: true }) : ok({ known: { ...known, adId } });
    },
  },
};

function lookAt(adId: string, ctx: JobContext) {
  return query(ctx, "ads", { adIdFilter: { include: [adId] } });
}

const check: ShowLink = {
  request: (_, { adId }, ctx) => lookAt(adId, ctx),
  read(reply, known) {
    const page = readPage(reply, "ads");
    if (!page.ok) return page;
    const [ad] = page.value.items;
    if (textAt(ad, "adId") !== known.adId || textAt(ad, "state") !== "PAUSED")
      return failed(fault("unreadable", "Amazon does not show the ad as it was created"));
    return ok({ known: { ...known, review: reviewAfter(NEW_REVIEW, ad) } });
  },
};

function switched(adId: string, on: boolean, ctx: JobContext) {
  const ads = [{ adId, state: on ? "ENABLED" : "PAUSED" }];
  return modelRequest(ctx, "update", "ads", { ads }, on ? "spend" : "write");
}

const enable: ShowLink = {
  request: (_, { adId }, ctx) => switched(adId, true, ctx),
  read(reply, known) {
    const written = readWritten(reply, "ad");
    return written.ok ? ok({ known }) : written;
  },
};

const shown = sequence<PlannedCreative, Showing, ShownCreative>(
  () => [make, check, enable],
  () => ({ adId: "", review: NEW_REVIEW }),
  ({ adId, review }) => ({ adId, refs: [], review }),
);

/** Advertises one product: creates the ad paused, checks it, and enables it in its ad group, whether or not that is running. */
export const showCreative = refusingLacks(shown, lackOf);

export const switchAd = switchingAd(
  {
    switch: ({ adId, on }, ctx) => switched(adId, on, ctx),
    switched: (reply) => readWritten(reply, "ad"),
    look: ({ adId }, ctx) => lookAt(adId, ctx),
    reviewAfter(before, reply) {
      const page = readPage(reply, "ads");
      return page.ok ? ok(reviewAfter(before, page.value.items[0])) : page;
    },
  },
  NEW_REVIEW,
);
