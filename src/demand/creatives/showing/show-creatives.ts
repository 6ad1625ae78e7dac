import type { Context } from "../../../ground/kernel/context.ts";
import type { SellerCreative } from "../../../ground/seller-agent/index.ts";
import { toAdcpManifest } from "../adcp.ts";
import { assetLinks } from "../assets/asset-link.ts";
import { listTexts } from "../assets/store.ts";
import type { AcceptedFormat } from "../coverage/coverage.ts";
import { listDemands } from "../coverage/store.ts";
import type { Creative } from "../creative.ts";
import { findHome, type Home, listCreativesOfCampaign } from "../store.ts";
import { hasFormat, matchCreatives, type ShowingProduct, takes } from "./match-creatives.ts";

/** What the products of one seller are to show. */
export interface Showing {
  readonly creatives: readonly SellerCreative[];
  readonly byProduct: ReadonlyMap<string, readonly string[]>;
  /** The formats, by id or kind, of the products that no creative suits. */
  readonly missing: readonly string[];
}

/** A campaign's creatives, read once for all of its sellers. */
export interface CampaignCreatives extends Awaited<ReturnType<typeof read>> {
  /** Undefined if there is nothing to show. */
  readonly home: Home | undefined;
}

export async function readCampaignCreatives(ctx: Context, campaignId: string): Promise<CampaignCreatives> {
  const found = await read(ctx, campaignId);
  const hasAny = found.creatives.length > 0;
  return { ...found, home: hasAny ? await findHome(ctx.db, ctx.viewer.customerId, campaignId) : undefined };
}

/** The creatives that the campaign's products at one seller show. */
export async function showCreatives(
  ctx: Context,
  { creatives, products, home }: CampaignCreatives,
  salesAgentId: string,
  productIds: readonly string[],
): Promise<Showing> {
  const { db, viewer } = ctx;
  const linkTo = assetLinks(ctx, home?.flightEnd ?? ctx.now);
  const sold = products.filter((product) => product.salesAgentId === salesAgentId);
  const shown = productIds.map((productId): ShowingProduct => {
    // A product whose selection has since been removed accepts no known formats.
    const nothing = { productId, formatIds: [], formatOptions: [] };
    return sold.find((product) => product.productId === productId) ?? nothing;
  });
  const matches = matchCreatives(creatives, shown);
  const ids = matches.creatives.map(({ creativeId }) => creativeId);
  const texts = ids.length > 0 ? await listTexts(db, viewer.customerId, ids) : new Map<string, string>();
  return {
    creatives: matches.creatives.flatMap((creative): SellerCreative[] => {
      const manifest = toAdcpManifest(creative, { texts, linkTo });
      return manifest ? [{ creativeId: creative.creativeId, name: creative.name, manifest }] : [];
    }),
    byProduct: matches.byProduct,
    missing: matches.missing.map(nameOf),
  };
}

/** A creative that reaches no seller, and why. */
export interface DroppedCreative {
  readonly creativeId: string;
  /** The id or the kind of its format; empty if it has neither. */
  readonly formatId: string;
  readonly reason: string;
}

/** The creatives of a campaign that none of its products shows. */
export async function listDroppedCreatives(ctx: Context, campaignId: string): Promise<DroppedCreative[]> {
  return droppedOf(await read(ctx, campaignId));
}

export function droppedOf({
  creatives,
  products,
}: Pick<CampaignCreatives, "creatives" | "products">): DroppedCreative[] {
  return creatives.flatMap((creative): DroppedCreative[] => {
    const { creativeId, format } = creative;
    const reported = { creativeId, formatId: format.formatId?.id ?? format.formatKind ?? "" };
    if (!hasFormat(creative))
      return [
        {
          ...reported,
          reason: "it has no format: give it a format_id, or the assets that complete one of the products' formats",
        },
      ];
    if (products.some((product) => takes(product, creative))) return [];
    return [{ ...reported, reason: "no product of the campaign accepts its format: see creativeFormats.required" }];
  });
}

async function read({ db, viewer }: Context, campaignId: string) {
  const [creatives, products] = await Promise.all([
    listCreativesOfCampaign(db, viewer.customerId, campaignId),
    listDemands(db, viewer.customerId, [campaignId]),
  ]);
  return { creatives, products } satisfies { creatives: readonly Creative[]; products: readonly ShowingProduct[] };
}

function nameOf(taken: AcceptedFormat): string {
  return "formatId" in taken ? taken.formatId.id : taken.formatKind;
}
