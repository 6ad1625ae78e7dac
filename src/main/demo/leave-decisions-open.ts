import type { Discovered } from "./answers.ts";
import type { Api } from "./api.ts";
import { bannerOf } from "./banner.ts";

const DAY_MS = 86_400_000;
const BUDGET = 4_000;

interface Seller {
  readonly api: Api;
  readonly storefrontId: number;
}

/** Leaves two decisions to the seller: a creative that waits for review, and a media buy that waits for approval. */
export async function leaveDecisionsOpen(buyer: Api, seller: Seller): Promise<void> {
  await seller.api("PUT", "/storefront", { creativeApproval: "manual" });
  const campaignId = await buy(buyer, seller, "Weekend breakfast");
  await buyer("POST", `/buyer/campaigns/${campaignId}/creatives/create`, {
    name: "Above the ridge",
    linked_assets: [{ data_url: `data:image/png;base64,${bannerOf(300, 250).toString("base64")}` }],
    url_assets: [{ asset_id: "click_url", url: "https://trailheadcoffee.example/breakfast", url_type: "clickthrough" }],
  });
  await seller.api("PUT", "/storefront", { mediaBuyApproval: "manual" });
  await buy(buyer, seller, "Winter roast");
}

/** Buys one of the seller's display products for a fortnight. */
async function buy(buyer: Api, { storefrontId }: Seller, name: string): Promise<string> {
  const { advertisers } = await buyer<{ advertisers: { id: string }[] }>("GET", "/buyer/advertisers?take=1");
  const advertiserId = advertisers[0]?.id;
  const question = { advertiserId, storefrontIds: [storefrontId], channels: ["display"], countries: ["US"] };
  const found = await buyer<Discovered>("POST", "/buyer/discovery/discover-products", question);
  const [product] = found.productGroups.flatMap(({ products }) => products);
  if (!product) throw new Error("the seller offers no display product");
  const { productId, salesAgentId, pricingOptions = [] } = product;
  const pricingOptionId = pricingOptions.find(({ isFixed }) => isFixed)?.pricingOptionId;
  const offer = { productId, salesAgentId, budget: BUDGET, ...(pricingOptionId && { pricingOptionId }) };
  await buyer("POST", `/buyer/discovery/${found.discoveryId}/products`, { products: [offer] });
  const { now } = await buyer<{ now: string }>("GET", "/sandbox/clock");
  const later = (days: number) => new Date(Date.parse(now) + days * DAY_MS).toISOString();
  const { campaign } = await buyer<{ campaign: { campaignId: string } }>("POST", "/buyer/campaigns", {
    advertiserId,
    name,
    flightDates: { startDate: later(1), endDate: later(15) },
    budget: { total: BUDGET, currency: "USD" },
    discoveryId: found.discoveryId,
  });
  await buyer("POST", `/buyer/campaigns/${campaign.campaignId}/execute`);
  return campaign.campaignId;
}
