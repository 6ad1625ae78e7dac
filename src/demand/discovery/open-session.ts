import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import type { Advertiser } from "../advertisers/index.ts";
import { attachDiscovery } from "./attach-discovery.ts";
import { type Discovery, isTaken, NO_DIAGNOSTICS } from "./discovery.ts";
import { getDiscovery } from "./get-discovery.ts";
import { mergeCriteria, ofBrief, type SearchCriteria } from "./search/criteria.ts";
import {
  type Answer,
  type CampaignSeed,
  findCampaignSeed,
  insertDiscovery,
  saveAnswer,
  setDiscoveryOfCampaign,
} from "./store.ts";

export interface SessionRequest {
  readonly discoveryId?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly criteria: SearchCriteria;
}

/** A session as a search starts it; nothing is written before the search ends. */
export interface OpenedSession {
  readonly session: Discovery;
  readonly isNew: boolean;
  /** The campaign that the search is for. */
  readonly campaignId: string | undefined;
}

/** The session named in the request, or the campaign's own, or a new one; with the new criteria. */
export async function openSession(
  ctx: Context,
  advertiser: Advertiser,
  { discoveryId, campaignId, criteria }: SessionRequest,
): Promise<OpenedSession> {
  const named = discoveryId === undefined ? undefined : await getDiscovery(ctx, discoveryId);
  if (named) checkAdvertiser("discoveryId", named, advertiser);
  const campaign = campaignId === undefined ? undefined : await campaignOf(ctx, campaignId);
  if (campaign) checkAdvertiser("campaignId", campaign, advertiser);
  const known = named ?? (campaign?.discoveryId ? await getDiscovery(ctx, campaign.discoveryId) : undefined);
  const session = known ?? newSession(ctx, advertiser);
  if (campaign) checkTie(session, campaign);
  const asked = await criteriaOf(ctx, criteria, session, campaign);
  return { session: { ...session, criteria: asked }, isNew: !known, campaignId };
}

/** Stores the result of `openSession` with its answer; of one for a campaign both sides of the link too. */
export async function saveSession(
  ctx: Context,
  { session, isNew, campaignId }: OpenedSession,
  answer: Answer,
): Promise<void> {
  const { db, viewer, now } = ctx;
  const { discoveryId } = session;
  if (isNew) await insertDiscovery(db, viewer.customerId, session, answer, now);
  if (campaignId !== undefined) await attachCampaign(ctx, session, campaignId);
  if (!isNew) await saveAnswer(db, viewer.customerId, discoveryId, answer, now);
}

async function attachCampaign(ctx: Context, session: Discovery, campaignId: string): Promise<void> {
  const { db, viewer, now } = ctx;
  const { discoveryId } = session;
  const campaign = await campaignOf(ctx, campaignId);
  if (campaign.status === "ARCHIVED") return;
  // The campaign's side first: of two new sessions for one campaign, the second finds it taken.
  await setDiscoveryOfCampaign(db, viewer.customerId, campaignId, discoveryId, now);
  checkTie(session, await campaignOf(ctx, campaignId));
  await attachDiscovery(ctx, discoveryId, campaignId, campaign.advertiserId);
}

/** The request takes precedence, then the campaign that it names, then the session's last criteria. */
async function criteriaOf(
  ctx: Context,
  asked: SearchCriteria,
  session: Discovery,
  campaign?: CampaignSeed,
): Promise<SearchCriteria> {
  const known = ofBrief(mergeCriteria(asked, campaign?.criteria ?? {}), session.criteria);
  if (campaign) return mergeCriteria(asked, campaign.criteria, known);
  const criteria = mergeCriteria(asked, known);
  if (session.campaignId === null || criteria.storefronts) return criteria;
  const { storefronts } = (await campaignOf(ctx, session.campaignId)).criteria;
  return mergeCriteria(criteria, { storefronts });
}

function newSession({ random }: Context, { advertiserId, primaryCurrency, sandbox }: Advertiser): Discovery {
  return {
    discoveryId: newId("discovery", random),
    advertiserId,
    campaignId: null,
    campaignStatus: null,
    criteria: {},
    currency: primaryCurrency,
    sandbox,
    groups: [],
    proposals: [],
    diagnostics: NO_DIAGNOSTICS,
    discoveredAt: null,
  };
}

async function campaignOf({ db, viewer }: Context, campaignId: string): Promise<CampaignSeed> {
  const campaign = await findCampaignSeed(db, viewer.customerId, campaignId);
  if (!campaign) throw new NotFound(`there is no campaign ${campaignId}`);
  return campaign;
}

type Owned = Pick<Discovery, "advertiserId">;

function checkAdvertiser(field: string, { advertiserId }: Owned, asked: Owned): void {
  if (advertiserId === asked.advertiserId) return;
  throw new Invalid(`${field}: it is advertiser ${advertiserId}'s, and the search is for ${asked.advertiserId}`, {
    field,
  });
}

/** A campaign uses one session, and a session belongs to one campaign. */
function checkTie(session: Discovery, { campaignId, discoveryId }: CampaignSeed): void {
  if (discoveryId !== null && discoveryId !== session.discoveryId) {
    throw new Conflict(
      `campaign ${campaignId} takes its products from session ${discoveryId}: continue that one, or update the campaign's discoveryId`,
      { field: "campaignId", details: { discoveryId } },
    );
  }
  if (isTaken(session) && session.campaignId !== campaignId) {
    throw new Conflict(`session ${session.discoveryId} belongs to campaign ${session.campaignId}`, {
      field: "discoveryId",
      details: { campaignId: session.campaignId },
    });
  }
}
