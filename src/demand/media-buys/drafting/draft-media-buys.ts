import type { Context } from "../../../ground/kernel/context.ts";
import { newId, newUuid } from "../../../ground/kernel/ids.ts";
import type { BuyingCampaign } from "../buying-campaign.ts";
import type { MediaBuy } from "../media-buy.ts";
import type { Package, PackageDraft } from "../packages/package.ts";
import { insertPackages, type NewPackage } from "../packages/store.ts";
import { insertMediaBuys, updateOpenDrafts } from "./store.ts";

/** What is to be bought from one sales agent. */
export interface BuyDraft {
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly storefrontId: number | null;
  readonly lines: readonly PackageDraft[];
}

/**
 * Buyer contract e.13, step 2: lines are added to the agent's draft, or to a new draft if the agent has none. A draft
 * that was ever sent takes no more lines, because the seller may already hold it, as it was, under its key. Drafts not
 * sent yet follow the campaign's name, flight and targeting. The caller has locked the campaign's row, so that two
 * concurrent executes do not draft the same. Returns a buy for each agent, followed by the other drafts that were never
 * sent. `hasDrafts: false` saves the look-up if the campaign is known to have none.
 */
export async function draftMediaBuys(
  ctx: Context,
  campaign: BuyingCampaign,
  drafts: readonly BuyDraft[],
  { hasDrafts = true }: { readonly hasDrafts?: boolean } = {},
): Promise<MediaBuy[]> {
  const { db, viewer, now, random } = ctx;
  const open = hasDrafts ? await updateOpenDrafts(db, viewer.customerId, campaign, now) : [];
  const agents = [...Map.groupBy(drafts, ({ salesAgentId }) => salesAgentId).values()];
  const unknown = agents.flatMap(([draft]) =>
    draft && !open.some(({ salesAgentId }) => salesAgentId === draft.salesAgentId)
      ? newMediaBuy(ctx, campaign, draft)
      : [],
  );
  const inserted = unknown.length > 0 ? insertMediaBuys(db, viewer.customerId, unknown) : undefined;
  const known = [...open, ...unknown];
  const buys = agents.flatMap((lines): MediaBuy[] => {
    const buy = known.find(({ salesAgentId }) => salesAgentId === lines[0]?.salesAgentId);
    const added = lines.flatMap((draft) => draft.lines).map((line) => newPackage(line, newId("package", random)));
    return buy ? [{ ...buy, packages: [...buy.packages, ...added] }] : [];
  });
  // The packages are written in the same round trip.
  await insertPackages(db, viewer.customerId, packagesSince(known, buys));
  const written = new Map((await inserted?.())?.map((buy) => [buy.mediaBuyId, buy]));
  const drafted = buys.map((buy) => ({ ...buy, ...written.get(buy.mediaBuyId), packages: buy.packages }));
  return [...drafted, ...open.filter(({ mediaBuyId }) => !buys.some((buy) => buy.mediaBuyId === mediaBuyId))];
}

/** The packages that the buys have gained, each with its position. */
function packagesSince(before: readonly MediaBuy[], buys: readonly MediaBuy[]): NewPackage[] {
  return buys.flatMap(({ mediaBuyId, campaignId, packages }) => {
    const had = before.find((buy) => buy.mediaBuyId === mediaBuyId)?.packages.length ?? 0;
    return packages.slice(had).map((part, place) => ({ ...part, mediaBuyId, campaignId, position: had + place }));
  });
}

function newPackage({ startTime, endTime, period, ...line }: PackageDraft, packageId: string): Package {
  const times = { startTime: startTime ?? null, endTime: endTime ?? null, period: period ?? null };
  const delivered = { impressions: 0, clicks: 0, spend: "0" };
  return { ...line, ...times, packageId, status: "active", sellerPackageId: null, delivered };
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
