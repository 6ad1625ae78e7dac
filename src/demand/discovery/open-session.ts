import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { attachDiscovery } from "./attach-discovery.ts";
import type { Discovery } from "./discovery.ts";
import { getDiscovery, takeDiscovery } from "./get-discovery.ts";
import { joinWishes, type Wishes } from "./search/wishes.ts";
import { type CampaignSeed, insertDiscovery, lockCampaignSeed, setDiscoveryOfCampaign } from "./store.ts";

export interface SessionRequest {
  readonly advertiserId: number;
  readonly discoveryId?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly wishes: Wishes;
}

/** The session named by the call, or the campaign's own, or a new one; with what is now asked for in it. */
export async function openSession(ctx: Context, request: SessionRequest): Promise<Discovery> {
  const named = request.discoveryId === undefined ? undefined : await takeDiscovery(ctx, request.discoveryId);
  const campaign = request.campaignId === undefined ? undefined : await campaignOf(ctx, request);
  if (named) checkAdvertiser("discoveryId", named.advertiserId, request);
  const discoveryId = named?.discoveryId ?? campaign?.discoveryId ?? (await newSession(ctx, request));
  if (campaign) await tie(ctx, discoveryId, campaign);
  const session = await getDiscovery(ctx, discoveryId);
  return { ...session, wishes: await wishesOf(ctx, request.wishes, session, campaign) };
}

/** The call goes first, then the campaign it names, then what the session was asked last. */
async function wishesOf(ctx: Context, asked: Wishes, session: Discovery, campaign?: CampaignSeed): Promise<Wishes> {
  if (campaign) return joinWishes(asked, campaign.wishes, session.wishes);
  const wishes = joinWishes(asked, session.wishes);
  if (session.campaignId === null || wishes.storefronts) return wishes;
  const pin = await lockCampaignSeed(ctx.db, ctx.viewer.customerId, session.campaignId);
  return joinWishes(wishes, { storefronts: pin?.wishes.storefronts });
}

async function newSession({ db, viewer, random, now }: Context, { advertiserId }: SessionRequest): Promise<string> {
  const discoveryId = newId("discovery", random);
  await insertDiscovery(db, viewer.customerId, { discoveryId, advertiserId }, now);
  return discoveryId;
}

async function campaignOf({ db, viewer }: Context, request: SessionRequest): Promise<CampaignSeed> {
  const { campaignId = "" } = request;
  const campaign = await lockCampaignSeed(db, viewer.customerId, campaignId);
  if (!campaign) throw new NotFound(`there is no campaign ${campaignId}`);
  checkAdvertiser("campaignId", campaign.advertiserId, request);
  return campaign;
}

function checkAdvertiser(field: string, advertiserId: number, asked: SessionRequest): void {
  if (advertiserId === asked.advertiserId) return;
  throw new Invalid(`${field}: it is advertiser ${advertiserId}'s, and the search is for ${asked.advertiserId}`, {
    field,
  });
}

/** Both ends of the tie are made here, so that a campaign finds what was discovered for it. */
async function tie(ctx: Context, discoveryId: string, campaign: CampaignSeed): Promise<void> {
  const { campaignId, advertiserId } = campaign;
  if (campaign.status === "ARCHIVED") return;
  if (campaign.discoveryId !== null && campaign.discoveryId !== discoveryId) {
    throw new Conflict(
      `campaign ${campaignId} takes its products from session ${campaign.discoveryId}: continue that one, or update the campaign's discoveryId`,
      { field: "campaignId", details: { discoveryId: campaign.discoveryId } },
    );
  }
  await attachDiscovery(ctx, discoveryId, campaignId, advertiserId);
  if (campaign.discoveryId === null) {
    await setDiscoveryOfCampaign(ctx.db, ctx.viewer.customerId, campaignId, discoveryId, ctx.now);
  }
}
