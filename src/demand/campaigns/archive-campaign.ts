import type { Context } from "../../ground/kernel/context.ts";
import { Conflict } from "../../ground/kernel/errors.ts";
import { archiveMediaBuys, isTerminal, isUnsent, type MediaBuy } from "../media-buys/index.ts";
import { statusAfter } from "./campaign.ts";
import { notifyOfStatus } from "./notify-of-campaign.ts";
import { lockWholeCampaign } from "./reading/read-campaigns.ts";
import { updateCampaign } from "./store.ts";

/**
 * The contract allows archiving any campaign (e.12). We refuse if one of its buys still spends or may begin to, because nobody
 * would watch its cost. Paused buys stay paused and can no longer be reactivated; drafts that were never sent are removed with
 * the campaign.
 */
export async function archiveCampaign(ctx: Context, campaignId: string): Promise<void> {
  const { campaign, buys } = await lockWholeCampaign(ctx, campaignId);
  const unsent = await archiveMediaBuys(
    ctx,
    buys.filter(isUnsent).map(({ mediaBuyId }) => mediaBuyId),
  );
  const sentMeanwhile = new Set(unsent.flatMap(({ mediaBuyId, error }) => (error === null ? [] : [mediaBuyId])));
  const spending = buys.filter((buy) => (isUnsent(buy) ? sentMeanwhile.has(buy.mediaBuyId) : maySpend(buy)));
  if (spending.length > 0) {
    const named = spending.map(({ mediaBuyId, status }) => `${mediaBuyId} is ${status}`).join(", ");
    throw new Conflict(
      `media buys may still spend (${named}): pause the campaign, or cancel them (POST /media-buys/{mediaBuyId}/cancel), then delete it`,
      {
        details: { mediaBuyIds: spending.map(({ mediaBuyId }) => mediaBuyId) },
      },
    );
  }
  const status = statusAfter("archive", campaign);
  await updateCampaign(ctx.db, ctx.viewer.customerId, { ...campaign, status, updatedAt: ctx.now });
  await notifyOfStatus(ctx, campaign, { status });
}

function maySpend(buy: MediaBuy): boolean {
  return !isTerminal(buy) && buy.status !== "PAUSED";
}
