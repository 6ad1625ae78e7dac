import type { Campaign, Evaluation, Product, Review } from "./answers.ts";
import type { Api } from "./api.ts";
import { spotOf } from "./spot.ts";
import type { WalkOptions } from "./walk-options.ts";

const SECONDS = 15;
const LANDING_PAGE = "https://trailheadcoffee.example/first-light";

/** Attaches an audio creative to a campaign, which its seller reviews before it runs; this shows both sides of the market. */
export async function attachCreative(
  api: Api,
  options: WalkOptions,
  { campaignId }: Campaign,
  chosen: readonly Product[],
): Promise<AttachedCreative | undefined> {
  // The last one rather than the best, because the best publisher accepts no spot this short.
  const response = chosen.findLast(({ channel }) => channel === "podcast" || channel === "streaming_audio");
  const seller = response && options.sellers.get(response.salesAgentId);
  if (!response || !seller) return undefined;
  const { tell } = options;
  tell({ chapter: "Attach a creative, which its seller has to approve first" });
  await seller("PUT", "/storefront", { creativeApproval: "manual" });
  const path = `/buyer/campaigns/${campaignId}`;
  const missing = async () => (await api<{ campaign: Campaign }>("GET", path)).campaign.creativeFormats?.missing ?? [];
  tell({ fact: `there is no creative yet; each product accepts one of ${formats(await missing())}` });

  const { creative_id } = await api<{ creative_id: string }>("POST", `${path}/creatives/create`, {
    name: "First light",
    linked_assets: [{ data_url: `data:audio/wav;base64,${spotOf(SECONDS).toString("base64")}` }],
    url_assets: [{ asset_id: "click_url", url: LANDING_PAGE, url_type: "clickthrough" }],
  });
  tell({ fact: `the buyer uploads a radio spot of ${SECONDS} seconds; still missing: ${formats(await missing())}` });

  const review = await until(options, async () => {
    const { items } = await seller<{ items: Review[] }>("GET", "/storefront/creative-reviews");
    return items.find(({ creativeId }) => creativeId === creative_id);
  });
  tell({ fact: `its seller reviews creatives first: one of ${review.buyerName} is ${review.status}` });
  const reviews = `/storefront/creative-reviews/${encodeURIComponent(review.creativeId)}`;
  const { recommendation, checks } = await seller<Evaluation>("POST", `${reviews}/evaluate`, { review_id: review.id });
  tell({ table: [["checked by rule", "", ""], ...checks.map(({ label, status, detail }) => [label, status, detail])] });
  const decided = await seller<Review>("POST", `${reviews}/decide`, { status: "approved", review_id: review.id });
  tell({
    fact: `the rules recommend: ${recommendation.replaceAll("_", " ")}; the seller's people decide: ${decided.status}`,
  });
  const creative = await until(options, async () => {
    const now = await api<AttachedCreative["creative"]>("GET", `${path}/creatives/${creative_id}`);
    return now.sync_status.synced ? now : undefined;
  });
  tell({ fact: "and the buyer sees that the seller has it" });
  return { review: decided, creative };
}

export interface AttachedCreative {
  readonly review: Review;
  readonly creative: { readonly sync_status: { readonly synced: boolean } };
}

function formats(ids: readonly { readonly id?: string }[]): string {
  return [...new Set(ids.flatMap(({ id }) => id ?? []))].join(", ") || "nothing";
}

/** Work that a job passes on becomes visible a moment later. */
async function until<T>({ meanwhile }: WalkOptions, look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await meanwhile();
  }
  throw new Error("the forwarded creative did not arrive");
}

const MOST_TRIES = 600;
