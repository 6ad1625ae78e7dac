import { z } from "zod";
import { type Agenda, type Due, step } from "../../ground/kernel/step.ts";
import { isTerminal, listMediaBuysOfCampaigns } from "../media-buys/index.ts";
import { type Campaign, statusAfter } from "./campaign.ts";
import { notifyOfStatus } from "./notify-of-campaign.ts";
import { type EndedCampaign, endedOfAllCustomers, firstEnded, lockCampaign, updateCampaign } from "./store.ts";

/** Completes a campaign whose flight is over and whose media buys are all done. */
export const completeCampaign = step({
  name: "campaigns.complete",
  input: z.object({ customerId: z.int(), campaignId: z.string() }),
  async handle({ customerId, campaignId }, ctx): Promise<Campaign | undefined> {
    const { db, now } = ctx;
    const before = await lockCampaign(db, customerId, campaignId);
    if (!before || !isRunning(before) || before.flight.end > now) return undefined;
    const buys = await listMediaBuysOfCampaigns(db, customerId, [campaignId]);
    if (!buys.every(isTerminal)) return undefined;
    const completed = { ...before, status: statusAfter("complete", before), updatedAt: now };
    await updateCampaign(db, customerId, completed);
    await notifyOfStatus(ctx, before, completed);
    return completed;
  },
});

/** A campaign leaves the agenda when it is completed, or when one of its media buys is active again. */
export const campaignAgenda: Agenda = {
  async next(db, customerId, until) {
    const ended = await firstEnded(db, customerId, until);
    return ended && dueOf(ended);
  },
  async dueOfAllCustomers(db, wall, limit) {
    return (await endedOfAllCustomers(db, wall, limit)).map(dueOf);
  },
};

function dueOf({ flightEnd, ...input }: EndedCampaign): Due {
  return { at: flightEnd, step: completeCampaign, input, subject: `campaign ${input.campaignId}` };
}

function isRunning({ status }: Campaign): boolean {
  return status === "ACTIVE" || status === "PAUSED";
}
