import type { Context } from "../../../ground/kernel/context.ts";
import type { SellerCreative } from "../../../ground/seller-agent/index.ts";
import { type CampaignCreatives, readCampaignCreatives, showCreatives } from "../../creatives/index.ts";
import type { MediaBuy } from "../media-buy.ts";
import type { RequestedCreatives } from "./creative-sync.ts";

export interface RequiredCreatives {
  /** The formats of the buy's products that none of the campaign's creatives suits. */
  readonly missing: readonly string[];
  readonly asked: RequestedCreatives;
  /** The creatives by product, for a seller that has not given its packages ids yet. */
  readonly byProduct: ReadonlyMap<string, readonly SellerCreative[]>;
}

/**
 * What the seller of a buy is to show according to the campaign's current creatives. `read` is given if they were read
 * for several buys at once.
 */
export async function requiredCreatives(
  ctx: Context,
  buy: MediaBuy,
  read?: CampaignCreatives,
): Promise<RequiredCreatives> {
  const has = read ?? (await readCampaignCreatives(ctx, buy.campaignId));
  const packages = buy.packages.filter(({ status }) => status !== "canceled");
  const productIds = [...new Set(packages.map(({ productId }) => productId))];
  const { creatives, byProduct, missing } = await showCreatives(ctx, has, buy.salesAgentId, productIds);
  const shown = packages.flatMap(({ sellerPackageId, productId }) =>
    sellerPackageId === null ? [] : [{ packageId: sellerPackageId, creativeIds: byProduct.get(productId) ?? [] }],
  );
  const byId = new Map(creatives.map((creative) => [creative.creativeId, creative]));
  const whole = [...byProduct].map(([id, shown]) => [id, shown.flatMap((one) => byId.get(one) ?? [])] as const);
  return {
    missing,
    byProduct: new Map(whole),
    asked: { mediaBuyId: buy.sellerMediaBuyId ?? "", creatives, packages: shown },
  };
}
