import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import { type Discovery, getDiscovery, listSelections, optionOf, type Selection } from "../../discovery/index.ts";
import { isTerminal, type MediaBuy, MediaBuyStatus } from "../../media-buys/index.ts";
import { getCampaign } from "../reading/read-campaigns.ts";

const Run = z.object({ id: z.string(), brief: z.string() });

/** What is selected for a campaign, and which media buys hold it (August 2026, `getCampaignProducts`). */
export const CampaignProductsView = z
  .object({
    campaignId: z.string(),
    discoveryId: z.string().nullable(),
    products: z.array(
      z.object({
        productId: z.string(),
        productName: z.string(),
        salesAgentId: z.string(),
        salesAgentName: z.string(),
        publisherDomain: z.string().optional(),
        bidPrice: z.number().optional(),
        budget: z.number().optional(),
        pricingOptionId: z.string(),
        pricingModel: z.string().optional(),
        selectedAt: z.iso.datetime(),
        searchContext: Run.optional().describe("The last search that the session answered"),
        mediaBuys: z
          .array(
            z.object({
              mediaBuyId: z.string(),
              status: MediaBuyStatus,
              name: z.string(),
              packageIds: z.array(z.string()),
            }),
          )
          .describe("Every one that has ever contained it"),
      }),
    ),
    searchContexts: z
      .array(
        Run.extend({
          channels: z.array(z.string()),
          countries: z.array(z.string()),
          createdAt: z.iso.datetime(),
          productCount: z.int(),
        }),
      )
      .describe("Only the last search: a search replaces the previous one"),
    summary: z.object({ totalProducts: z.int(), productsOnMediaBuys: z.int(), productsPending: z.int() }),
  })
  .meta({ id: "CampaignProducts" });

export async function listCampaignProducts(
  ctx: Context,
  campaignId: string,
): Promise<z.input<typeof CampaignProductsView>> {
  const { campaign, mediaBuys } = await getCampaign(ctx, campaignId);
  const { discoveryId } = campaign;
  if (discoveryId === null) return viewOf(campaignId, undefined, [], mediaBuys);
  const discovery = await getDiscovery(ctx, discoveryId);
  const selections = await listSelections(ctx.db, ctx.viewer.customerId, discoveryId);
  return viewOf(campaignId, discovery, selections, mediaBuys);
}

function viewOf(
  campaignId: string,
  discovery: Discovery | undefined,
  selections: readonly Selection[],
  buys: readonly MediaBuy[],
): z.input<typeof CampaignProductsView> {
  const runs = discovery ? runsOf(discovery) : [];
  const bought = selections.filter((selection) => holding(selection, buys).some((buy) => !isTerminal(buy))).length;
  return {
    campaignId,
    discoveryId: discovery?.discoveryId ?? null,
    products: selections.map((selection) => productView(selection, buys, runs[0])),
    searchContexts: runs,
    summary: {
      totalProducts: selections.length,
      productsOnMediaBuys: bought,
      productsPending: selections.length - bought,
    },
  };
}

function runsOf({ discoveryId, criteria, discoveredAt, groups }: Discovery) {
  if (!discoveredAt) return [];
  const productCount = groups.reduce((count, { products }) => count + products.length, 0);
  const { brief = "", channels = [], countries = [] } = criteria;
  const said = { brief, channels: [...channels], countries: [...countries] };
  return [{ id: discoveryId, ...said, createdAt: discoveredAt.toISOString(), productCount }];
}

function productView(selection: Selection, buys: readonly MediaBuy[], run: z.input<typeof Run> | undefined) {
  const { productId, product, salesAgentId, salesAgentName, bidPrice, budget, pricingOptionId } = selection;
  const publisherDomain = product.publisherProperties[0]?.publisherDomain;
  const option = optionOf(selection);
  return {
    productId,
    productName: product.name,
    salesAgentId,
    salesAgentName,
    ...(publisherDomain !== undefined && { publisherDomain }),
    ...(bidPrice !== null && { bidPrice: numberOf(bidPrice) }),
    ...(budget !== null && { budget: numberOf(budget) }),
    pricingOptionId,
    ...(option && { pricingModel: option.pricingModel }),
    selectedAt: selection.selectedAt.toISOString(),
    ...(run && { searchContext: { id: run.id, brief: run.brief } }),
    mediaBuys: holding(selection, buys).map(({ mediaBuyId, status, name, packages }) => {
      const own = packages.filter((part) => part.productId === productId);
      return { mediaBuyId, status, name, packageIds: own.map(({ packageId }) => packageId) };
    }),
  };
}

function holding({ salesAgentId, productId }: Selection, buys: readonly MediaBuy[]): MediaBuy[] {
  return buys.filter(
    (buy) => buy.salesAgentId === salesAgentId && buy.packages.some((part) => part.productId === productId),
  );
}
