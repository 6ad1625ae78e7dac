import { isDeepStrictEqual } from "node:util";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { compare } from "../../../ground/kernel/money.ts";
import { listSelections } from "../../discovery/index.ts";
import { committedOf, findMediaBuy } from "../../media-buys/index.ts";
import {
  applyProposals,
  proposeOperations,
  type UpdateMediaBuyBody,
  unusedIn,
} from "../../media-buys/operations/index.ts";
import { statusAfter } from "../campaign.ts";
import { checkCovers } from "../campaign-budget.ts";
import { lockWholeCampaign } from "../reading/read-campaigns.ts";
import { updateCampaign } from "../store.ts";
import { widened } from "./check-flight.ts";
import { asProposed, deselectRemoved } from "./proposed-buys.ts";

/** A change of one buy, as far as it is ours to make. */
export interface ChangedMediaBuy {
  readonly mediaBuyId: string;
  readonly changeIds: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Changes a single media buy. Its budget is limited by the campaign's; if its dates exceed the campaign's flight, the flight is
 * extended, with a warning (August 2026, `updateMediaBuy`).
 */
export async function changeMediaBuy(
  ctx: Context,
  mediaBuyId: string,
  body: UpdateMediaBuyBody,
): Promise<ChangedMediaBuy> {
  const { db, viewer, now } = ctx;
  const found = await findMediaBuy(db, viewer.customerId, mediaBuyId);
  if (!found) throw new NotFound(`there is no media buy ${mediaBuyId}`);
  const { campaign, buys } = await lockWholeCampaign(ctx, found.campaignId);
  statusAfter("change", campaign);
  const { campaignId, discoveryId, budget } = campaign;
  const selections = discoveryId ? await listSelections(db, viewer.customerId, discoveryId) : [];
  const operation = { ...body, mediaBuyId, action: "update" as const };
  const proposals = await proposeOperations(ctx, campaignId, [operation], { selections, pathOf: () => "" });
  const proposed = asProposed(buys, proposals);
  const grows = compare(committedOf(proposed, budget.currency), committedOf(buys, budget.currency)) > 0;
  if (grows) checkCovers(budget, proposed, body.packages ? "packages" : "products");

  const flight = widened(campaign.flight, proposed);
  const isWider = !isDeepStrictEqual(flight, campaign.flight);
  if (isWider) await updateCampaign(db, viewer.customerId, { ...campaign, flight, updatedAt: now });
  const changeIds = await applyProposals(ctx, proposals);
  await deselectRemoved(ctx, discoveryId, proposals);
  const [start, end] = [flight.start, flight.end].map((time) => time.toISOString());
  const wider = isWider ? [`the campaign's flight is now from ${start} to ${end}, to cover this media buy`] : [];
  return { mediaBuyId, changeIds, warnings: [...wider, ...unusedIn(body, "")] };
}
