import { isDeepStrictEqual } from "node:util";
import type { output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { BadRequest, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { compare, decimalOf } from "../../ground/kernel/money.ts";
import type { FlightDates } from "../../ground/seller-agent/index.ts";
import { getAdvertiser } from "../advertisers/index.ts";
import { attachDiscovery } from "../discovery/index.ts";
import { archiveMediaBuys, draftMediaBuys, isTerminal, type MediaBuy, requestChanges } from "../media-buys/index.ts";
import { type Campaign, type CampaignBudget, statusAfter } from "./campaign.ts";
import { checkBudget, checkCovers } from "./campaign-budget.ts";
import { checkNotOver, checkStorefronts, flightOf, restrictionOf } from "./create-campaign.ts";
import { checkPacingPeriods } from "./pacing-periods.ts";
import { isUnsent, lockWholeCampaign } from "./read-campaigns.ts";
import type { CampaignChangeBody } from "./schema.ts";
import { updateCampaign } from "./store.ts";
import { mergeAudiences, mergeUtmParams } from "./targeting.ts";

type Change = output<typeof CampaignChangeBody>;

/** Changes what the body names and leaves the rest; answers the changes of media buys that sellers are now asked for. */
export async function changeCampaign(ctx: Context, campaignId: string, body: Change): Promise<string[]> {
  const { db, viewer } = ctx;
  const { canceled, deleted } = operationsIn(body);
  const { campaign: before, buys } = await lockWholeCampaign(ctx, campaignId);
  statusAfter("change", before);
  const foreign = [...canceled, ...deleted].find((id) => !buys.some(({ mediaBuyId }) => mediaBuyId === id));
  if (foreign) throw new NotFound(`campaign ${campaignId} has no media buy ${foreign}`);

  const after = changed(before, body, ctx.now);
  await checkChange(ctx, before, after, buys);
  if (body.discoveryId) await attachDiscovery(ctx, body.discoveryId, campaignId, before.advertiserId);
  await updateCampaign(db, viewer.customerId, after);
  await deleteBuys(ctx, deleted);
  // Drafts that wait to be sent follow the plan; what a seller has heard of does not.
  if (buys.some(isUnsent)) await draftMediaBuys(ctx, after, []);
  return requestChanges(ctx, canceled, "cancel");
}

/** Of the operations on single media buys these two are done here; for the others the answer says where to go. */
function operationsIn({ mediaBuys = [] }: Change): { canceled: readonly string[]; deleted: readonly string[] } {
  const asked = { cancel: [] as string[], delete: [] as string[] };
  for (const [index, { mediaBuyId, action, packageIds }] of mediaBuys.entries()) {
    if (action === "update" || packageIds?.length) throw notHere(index);
    asked[action].push(mediaBuyId);
  }
  return { canceled: [...new Set(asked.cancel)], deleted: [...new Set(asked.delete)] };
}

function notHere(index: number): BadRequest {
  return new BadRequest(
    `mediaBuys.${index}: a media buy is canceled or deleted here, as a whole (action "cancel" or "delete", without ` +
      "packageIds); POST /media-buys/{mediaBuyId}/pause and /reactivate hold it and let it run; to change its terms, " +
      "cancel it, select its products anew and execute",
    { field: `mediaBuys.${index}.action` },
  );
}

async function deleteBuys(ctx: Context, mediaBuyIds: readonly string[]): Promise<void> {
  const kept = (await archiveMediaBuys(ctx, mediaBuyIds)).find(({ error }) => error !== null);
  if (kept) throw new InvalidState(`${kept.mediaBuyId}: ${kept.error}`, { field: "mediaBuys" });
}

function changed(before: Campaign, body: Change, now: Date): Campaign {
  const { audienceConfig, utmConfig, storefrontIds, flightDates, budget } = body;
  return {
    ...before,
    name: body.name ?? before.name,
    brief: body.brief ?? before.brief,
    flight: flightDates ? flightOf(flightDates) : before.flight,
    budget: budget ? mergeBudget(before.budget, budget) : before.budget,
    constraints: body.constraints ?? before.constraints,
    discoveryId: body.discoveryId ?? before.discoveryId,
    storefrontIds: storefrontIds ? restrictionOf(storefrontIds) : before.storefrontIds,
    optimizationApplyMode: body.optimizationApplyMode ?? before.optimizationApplyMode,
    performanceConfig: body.performanceConfig ?? before.performanceConfig,
    audienceConfig: audienceConfig ? mergeAudiences(before.audienceConfig, audienceConfig) : before.audienceConfig,
    catalogId: body.catalogId === undefined ? before.catalogId : body.catalogId,
    utmParams: utmConfig ? mergeUtmParams(before.utmParams, utmConfig) : before.utmParams,
    frequencyCaps: body.frequencyCaps ?? before.frequencyCaps,
    pacingPeriods: body.pacingPeriods ?? before.pacingPeriods,
    updatedAt: now,
  };
}

function mergeBudget(before: CampaignBudget, { total, currency, dailyCap, pacing }: NonNullable<Change["budget"]>) {
  return {
    total: total === undefined ? before.total : decimalOf(total),
    currency: currency ?? before.currency,
    dailyCap: dailyCap === undefined ? before.dailyCap : dailyCap === null ? null : decimalOf(dailyCap),
    pacing: pacing ?? before.pacing,
  };
}

async function checkChange(ctx: Context, before: Campaign, after: Campaign, buys: readonly MediaBuy[]): Promise<void> {
  const { flight, budget, pacingPeriods, storefrontIds } = after;
  const advertiser = await getAdvertiser(ctx, after.advertiserId);
  checkBudget(budget, advertiser.primaryCurrency);
  if (compare(budget.total, before.budget.total) < 0) checkCovers(budget, buys);
  if (!isDeepStrictEqual(flight, before.flight)) checkFlight(flight, buys, ctx.now);
  if (before.status !== "DRAFT" && !isDeepStrictEqual(pacingPeriods, before.pacingPeriods)) {
    throw new InvalidState(`pacing periods are set before the first execute; this campaign is ${before.status}`, {
      field: "pacingPeriods",
    });
  }
  if (pacingPeriods) checkPacingPeriods(pacingPeriods, flight, budget);
  if (storefrontIds !== before.storefrontIds) await checkStorefronts(ctx, storefrontIds);
}

/** A seller holds a buy to the dates it was sold for, so the plan keeps them while there is one. */
function checkFlight(flight: FlightDates, buys: readonly MediaBuy[], now: Date): void {
  checkNotOver(flight, now);
  const sent = buys.find((buy) => !isTerminal(buy) && !isUnsent(buy));
  if (!sent) return;
  throw new InvalidState(
    `the flight stays while media buys are with their sellers, such as ${sent.mediaBuyId}: cancel them first`,
    { field: "flightDates", details: { mediaBuyId: sent.mediaBuyId, status: sent.status } },
  );
}
