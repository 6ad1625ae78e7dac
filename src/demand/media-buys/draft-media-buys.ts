import type { Context } from "../../ground/kernel/context.ts";
import { newId, newUuid } from "../../ground/kernel/ids.ts";
import type { BuyingCampaign } from "./buying-campaign.ts";
import type { MediaBuy } from "./media-buy.ts";
import type { PackageDraft } from "./packages/package.ts";
import { insertPackages } from "./packages/store.ts";
import { insertMediaBuys, listMediaBuysOfCampaigns, updateOpenDrafts } from "./store.ts";

/** What is to be bought of one sales agent. */
export interface BuyDraft {
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly storefrontId: number | null;
  readonly lines: readonly PackageDraft[];
}

/**
 * Buyer contract e.13, step 2: lines are added to the agent's draft, or to a new one. A draft that was ever sent takes
 * no more lines, because the seller may hold it unchanged under its key. Unsent drafts follow the campaign's name,
 * flight and targeting. The caller locks the campaign's row, so that two concurrent requests do not draft the same.
 * Returns a buy for each agent.
 */
export async function draftMediaBuys(
  ctx: Context,
  campaign: BuyingCampaign,
  drafts: readonly BuyDraft[],
): Promise<MediaBuy[]> {
  const { db, viewer, now, random } = ctx;
  const open = await updateOpenDrafts(db, viewer.customerId, campaign, now);
  const agents = [...Map.groupBy(drafts, ({ salesAgentId }) => salesAgentId).values()];
  const fresh: MediaBuy[] = [];
  const buys = agents.flatMap(([draft]) => {
    if (!draft) return [];
    const known = open.find(({ salesAgentId }) => salesAgentId === draft.salesAgentId);
    if (!known) fresh.push(newMediaBuy(ctx, campaign, draft));
    return known ?? fresh.slice(-1);
  });
  const packages = buys.flatMap(({ mediaBuyId, packages: held }, index) => {
    const lines = agents[index]?.flatMap((draft) => draft.lines) ?? [];
    return lines.map((line, place) => {
      const packageId = newId("package", random);
      return { ...line, packageId, mediaBuyId, campaignId: campaign.campaignId, position: held.length + place };
    });
  });
  if (fresh.length > 0) await insertMediaBuys(db, viewer.customerId, fresh);
  if (packages.length > 0) await insertPackages(db, viewer.customerId, packages);
  const standing = await listMediaBuysOfCampaigns(db, viewer.customerId, [campaign.campaignId]);
  return buys.flatMap(({ mediaBuyId }) => standing.find((buy) => buy.mediaBuyId === mediaBuyId) ?? []);
}

function newMediaBuy({ now, random }: Context, campaign: BuyingCampaign, draft: BuyDraft): MediaBuy {
  return {
    mediaBuyId: newId("mediaBuy", random),
    campaignId: campaign.campaignId,
    advertiserId: campaign.advertiserId,
    salesAgentId: draft.salesAgentId,
    salesAgentName: draft.salesAgentName,
    storefrontId: draft.storefrontId,
    name: `${campaign.name}: ${draft.salesAgentName}`,
    isNamedByBuyer: false,
    isTimedByBuyer: false,
    status: "DRAFT",
    since: now,
    executionKey: newUuid(random),
    flight: campaign.flight,
    submittedAt: null,
    buyer: null,
    inDoubt: false,
    sentAt: null,
    targeting: campaign.targeting,
    honoured: null,
    sellerMediaBuyId: null,
    sellerStatus: null,
    taskId: null,
    waitingOn: "buyer",
    creativesRefused: false,
    waitingFor: "the campaign to be executed",
    error: null,
    leaseUntil: null,
    attempts: 0,
    fence: 0,
    revision: 0,
    nextCheckAt: null,
    checkedAt: null,
    deliveredThrough: null,
    createdAt: now,
    updatedAt: now,
    packages: [],
    pending: null,
    creatives: null,
  };
}
