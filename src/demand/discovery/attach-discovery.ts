import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid } from "../../ground/kernel/errors.ts";
import { isTaken } from "./discovery.ts";
import { lockDiscoveryForWriting } from "./get-discovery.ts";
import { setCampaign } from "./store.ts";

/**
 * Attaches a session to a campaign of the same advertiser, which from then on buys what is selected in it. Another
 * campaign's session is a conflict, unless that campaign is archived.
 */
export async function attachDiscovery(
  ctx: Context,
  discoveryId: string,
  campaignId: string,
  advertiserId: number,
): Promise<void> {
  const discovery = await lockDiscoveryForWriting(ctx, discoveryId);
  if (discovery.advertiserId !== advertiserId) {
    throw new Invalid(
      `discoveryId: session ${discoveryId} is for advertiser ${discovery.advertiserId}, and the campaign is for ${advertiserId}`,
      { field: "discoveryId" },
    );
  }
  if (discovery.campaignId === campaignId) return;
  if (isTaken(discovery)) {
    throw new Conflict(`session ${discoveryId} belongs to campaign ${discovery.campaignId}: discover in a new one`, {
      field: "discoveryId",
      details: { campaignId: discovery.campaignId },
    });
  }
  await setCampaign(ctx.db, ctx.viewer.customerId, discoveryId, campaignId, ctx.now);
}
