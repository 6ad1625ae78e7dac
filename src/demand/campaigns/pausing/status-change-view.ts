import { z } from "zod";
import type { ChangeResult } from "../../media-buys/index.ts";
import { Status } from "../schema.ts";
import type { StatusChange } from "./pause-campaign.ts";

/** The answers that two generations of clients expect when a campaign is paused, combined (buyer contract e.14). */
export const StatusChangeView = z
  .object({
    campaignId: z.string(),
    campaignName: z.string(),
    previousStatus: Status,
    newStatus: Status,
    success: z.boolean().describe("False if a media buy did not follow; the campaign's status changed nevertheless"),
    mediaBuyResults: z.array(
      z.object({
        mediaBuyId: z.string(),
        name: z.string(),
        previousStatus: z.string(),
        success: z.boolean(),
        error: z.string().optional(),
      }),
    ),
    totalMediaBuys: z.int(),
    successCount: z.int(),
    failureCount: z.int(),
    errors: z.array(z.object({ mediaBuyId: z.string(), salesAgentId: z.string(), message: z.string() })).optional(),
    warnings: z
      .array(z.string())
      .optional()
      .describe("Media buys that will follow once their sellers have decided on them"),
  })
  .meta({ id: "CampaignStatusChange" });

const LATER = "it could not be changed now, and the change is retried automatically";

export function viewOfStatusChange(
  { campaign, previousStatus, live, undecided }: StatusChange,
  made: ReadonlyMap<string, ChangeResult>,
): z.input<typeof StatusChangeView> {
  const sent = live.map((buy) => ({ buy, ...(made.get(buy.mediaBuyId) ?? { success: false, error: null }) }));
  const failed = sent.filter(({ success }) => !success);
  const waiting = undecided.flatMap(({ mediaBuyId }) => made.get(mediaBuyId)?.error ?? []);
  return {
    campaignId: campaign.campaignId,
    campaignName: campaign.name,
    previousStatus,
    newStatus: campaign.status,
    success: failed.length === 0,
    mediaBuyResults: sent.map(({ buy, success, error }) => ({
      mediaBuyId: buy.mediaBuyId,
      name: buy.name,
      previousStatus: buy.status,
      success,
      ...(!success && { error: error ?? LATER }),
    })),
    totalMediaBuys: sent.length,
    successCount: sent.length - failed.length,
    failureCount: failed.length,
    ...(failed.length > 0 && {
      errors: failed.map(({ buy, error }) => ({
        mediaBuyId: buy.mediaBuyId,
        salesAgentId: buy.salesAgentId,
        message: error ?? LATER,
      })),
    }),
    ...(waiting.length > 0 && { warnings: waiting }),
  };
}
