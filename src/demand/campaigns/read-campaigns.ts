import type { output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { getAdvertiser } from "../advertisers/index.ts";
import { listMediaBuysOfCampaigns, type MediaBuy } from "../media-buys/index.ts";
import type { Campaign, CampaignStatus } from "./campaign.ts";
import { type CampaignListQuery, Status } from "./schema.ts";
import { findCampaign, type ListedCampaign, listCampaigns as list, lockCampaign } from "./store.ts";

/** A campaign and everything that is told of it. */
export interface WholeCampaign extends ListedCampaign {
  readonly mediaBuys: readonly MediaBuy[];
}

export async function getCampaign({ db, viewer }: Context, campaignId: string): Promise<WholeCampaign> {
  const [found, mediaBuys] = await Promise.all([
    findCampaign(db, viewer.customerId, campaignId),
    listMediaBuysOfCampaigns(db, viewer.customerId, [campaignId]),
  ]);
  if (!found) throw missing(campaignId);
  return { ...found, mediaBuys };
}

/** The campaign, locked until the transaction ends, and its media buys as they stand under the lock. */
export async function lockWholeCampaign(
  { db, viewer }: Context,
  campaignId: string,
): Promise<{ campaign: Campaign; buys: readonly MediaBuy[] }> {
  const campaign = await lockCampaign(db, viewer.customerId, campaignId);
  if (!campaign) throw missing(campaignId);
  return { campaign, buys: await listMediaBuysOfCampaigns(db, viewer.customerId, [campaignId]) };
}

/** A page, newest first, in three statements however long it is. */
export async function listCampaigns(
  ctx: Context,
  query: output<typeof CampaignListQuery>,
): Promise<{ campaigns: WholeCampaign[]; total: number }> {
  const { db, viewer } = ctx;
  const { advertiserId, name, mediaBuyStatus } = query;
  if (advertiserId !== undefined) await getAdvertiser(ctx, advertiserId);
  const filter = { advertiserId, name, statuses: statusesOf(query), mediaBuyStatuses: mediaBuyStatus };
  const { campaigns, total } = await list(db, viewer.customerId, filter, pageOf(query));
  const ids = campaigns.map(({ campaign }) => campaign.campaignId);
  const buys = ids.length > 0 ? await listMediaBuysOfCampaigns(db, viewer.customerId, ids) : [];
  const byCampaign = Map.groupBy(buys, ({ campaignId }) => campaignId);
  return {
    campaigns: campaigns.map((found) => ({ ...found, mediaBuys: byCampaign.get(found.campaign.campaignId) ?? [] })),
    total,
  };
}

/** Those that may still spend, unless others are asked for (buyer contract e.7, the newest of its sources). */
const BY_DEFAULT: readonly CampaignStatus[] = ["DRAFT", "ACTIVE", "PAUSED"];

function statusesOf({ status, includeArchived }: output<typeof CampaignListQuery>): CampaignStatus[] {
  if (status?.includes("ALL")) return Status.options;
  const asked = status?.length ? status.filter((one) => one !== "ALL") : BY_DEFAULT;
  return [...new Set<CampaignStatus>([...asked, ...(includeArchived ? ["ARCHIVED" as const] : [])])];
}

/** A draft that no seller has heard of. */
export function isUnsent({ status, submittedAt }: MediaBuy): boolean {
  return status === "DRAFT" && submittedAt === null;
}

function missing(campaignId: string): NotFound {
  return new NotFound(`there is no campaign ${campaignId}`);
}
