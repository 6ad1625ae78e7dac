import type { Context } from "../../ground/kernel/context.ts";
import { publish } from "../../platform/webhooks/index.ts";
import type { Campaign } from "./campaign.ts";

/** Sends webhooks about a change of the campaign's status. */
export async function notifyOfStatus(
  ctx: Context,
  before: Campaign,
  { status }: Pick<Campaign, "status">,
): Promise<void> {
  const { campaignId, advertiserId, status: previousStatus } = before;
  if (status === previousStatus) return;
  await publish(ctx, {
    type: "campaign.status_changed",
    resourceType: "CAMPAIGN",
    resourceId: campaignId,
    data: { advertiserId: String(advertiserId), campaignId, previousStatus, status },
  });
}
