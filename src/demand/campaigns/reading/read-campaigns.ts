import type { output } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { getAdvertiser } from "../../advertisers/index.ts";
import { type Coverage, coverageOfCampaigns, NOTHING_REQUIRED } from "../../creatives/index.ts";
import { listMediaBuysOfCampaigns, type MediaBuy } from "../../media-buys/index.ts";
import type { Campaign, CampaignStatus } from "../campaign.ts";
import { type CampaignListQuery, Status } from "../schema.ts";
import { findCampaign, lockCampaign } from "../store.ts";
import { writeCursor } from "./cursor.ts";
import {
  type CampaignFilter,
  type CampaignPage,
  countCampaigns,
  listCampaigns as list,
  listChosenProductIds,
  type NamedStorefront,
  nameStorefronts,
} from "./store.ts";

/** A campaign and everything that is shown with it. */
export interface WholeCampaign {
  readonly campaign: Campaign;
  readonly mediaBuys: readonly MediaBuy[];
  /** The ids of the products selected for it, in the order of selection; filled for drafts only. */
  readonly selectedProductIds: readonly string[];
  /** The storefronts to which the campaign is restricted. */
  readonly storefronts: readonly NamedStorefront[];
  readonly creativeFormats: Coverage;
}

export async function getCampaign(ctx: Context, campaignId: string): Promise<WholeCampaign> {
  const campaign = await findCampaign(ctx.db, ctx.viewer.customerId, campaignId);
  const [whole] = campaign ? await wholeCampaigns(ctx, [campaign]) : [];
  if (!whole) throw missing(campaignId);
  return whole;
}

/** Locks the campaign until the end of the transaction, and reads its media buys under that lock. */
export async function lockWholeCampaign(
  { db, viewer }: Context,
  campaignId: string,
): Promise<{ campaign: Campaign; buys: readonly MediaBuy[] }> {
  // Both statements travel in one round trip, in this order: the second runs once the first holds the lock.
  const [campaign, buys] = await Promise.all([
    lockCampaign(db, viewer.customerId, campaignId),
    listMediaBuysOfCampaigns(db, viewer.customerId, [campaignId]),
  ]);
  if (!campaign) throw missing(campaignId);
  return { campaign, buys };
}

export interface CampaignList {
  readonly campaigns: readonly WholeCampaign[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly nextCursor: string | undefined;
}

/** A page, newest first. The number of statements does not depend on the page's length. */
export async function listCampaigns(ctx: Context, query: output<typeof CampaignListQuery>): Promise<CampaignList> {
  const { db, viewer } = ctx;
  const { cursor } = query;
  const filter = await filterIn(ctx, query);
  const { take, skip } = pageOf(query);
  const [found, total] = await Promise.all([
    // One more than is shown, to find out whether there is a next page.
    list(db, viewer.customerId, filter, { take: take + 1, skip, after: cursor }),
    countCampaigns(db, viewer.customerId, filter),
  ]);
  const shown = found.slice(0, take);
  const last = shown.at(-1);
  const hasMore = found.length > take;
  const next = { skip: (cursor?.skip ?? skip) + shown.length };
  return {
    campaigns: await wholeCampaigns(ctx, shown),
    total,
    hasMore,
    nextCursor: hasMore && last ? writeCursor({ ...last, ...next }) : undefined,
  };
}

/** The campaigns of a page, without the total number. */
export async function pageOfCampaigns(
  ctx: Context,
  query: output<typeof CampaignListQuery>,
  page: CampaignPage,
): Promise<WholeCampaign[]> {
  const filter = await filterIn(ctx, query);
  return wholeCampaigns(ctx, await list(ctx.db, ctx.viewer.customerId, filter, page));
}

async function filterIn(ctx: Context, query: output<typeof CampaignListQuery>): Promise<CampaignFilter> {
  const { advertiserId, name, mediaBuyStatus } = query;
  if (advertiserId !== undefined) await getAdvertiser(ctx, advertiserId);
  return { advertiserId, name, statuses: statusesOf(query), mediaBuyStatuses: mediaBuyStatus };
}

/** Reads everything in a few parallel queries, for any number of campaigns. */
async function wholeCampaigns(ctx: Context, campaigns: readonly Campaign[]): Promise<WholeCampaign[]> {
  if (campaigns.length === 0) return [];
  const { db, viewer } = ctx;
  const { customerId } = viewer;
  const sessions = campaigns.flatMap(({ status, discoveryId }) => (status === "DRAFT" ? (discoveryId ?? []) : []));
  const pinned = [...new Set(campaigns.flatMap(({ storefrontIds }) => storefrontIds ?? []))];
  const ids = campaigns.map(({ campaignId }) => campaignId);
  const [buys, chosen, storefronts, coverage] = await Promise.all([
    listMediaBuysOfCampaigns(db, customerId, ids),
    listChosenProductIds(db, customerId, sessions),
    nameStorefronts(db, pinned),
    coverageOfCampaigns(ctx, ids),
  ]);
  const buysOf = Map.groupBy(buys, ({ campaignId }) => campaignId);
  return campaigns.map((campaign) => {
    const { campaignId, discoveryId, status, storefrontIds } = campaign;
    return {
      campaign,
      mediaBuys: buysOf.get(campaignId) ?? [],
      selectedProductIds: (status === "DRAFT" && discoveryId && chosen.get(discoveryId)) || [],
      storefronts: storefronts.filter(({ id }) => storefrontIds?.includes(id)),
      creativeFormats: coverage.get(campaignId) ?? NOTHING_REQUIRED,
    };
  });
}

/** By default, only campaigns that may still spend are listed (buyer contract e.7, the newest of its sources). */
const BY_DEFAULT: readonly CampaignStatus[] = ["DRAFT", "ACTIVE", "PAUSED"];

function statusesOf({ status, includeArchived }: output<typeof CampaignListQuery>): CampaignStatus[] {
  if (status?.includes("ALL")) return Status.options;
  const asked = status?.length ? status.filter((one) => one !== "ALL") : BY_DEFAULT;
  return [...new Set<CampaignStatus>([...asked, ...(includeArchived ? ["ARCHIVED" as const] : [])])];
}

function missing(campaignId: string): NotFound {
  return new NotFound(`there is no campaign ${campaignId}`);
}
