import { isDeepStrictEqual } from "node:util";
import type { output } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid, InvalidState } from "../../../ground/kernel/errors.ts";
import { compare } from "../../../ground/kernel/money.ts";
import { getAdvertiser } from "../../advertisers/index.ts";
import { checkCatalog } from "../../catalogs/index.ts";
import { enqueueCreatives } from "../../creatives/index.ts";
import { attachDiscovery, listSelections } from "../../discovery/index.ts";
import { committedOf, draftMediaBuys, isTerminal, isUnsent, type MediaBuy } from "../../media-buys/index.ts";
import { applyProposals, proposeOperations, unusedIn } from "../../media-buys/operations/index.ts";
import { type Campaign, statusAfter } from "../campaign.ts";
import type { CampaignBudget } from "../campaign-budget.ts";
import { checkBudget, checkCovers } from "../campaign-budget.ts";
import { checkGoals, checkStorefronts } from "../check-plan.ts";
import { restrictionOf } from "../create-campaign.ts";
import { checkPacingPeriods } from "../pacing/pacing-periods.ts";
import { lockWholeCampaign } from "../reading/read-campaigns.ts";
import type { CampaignChangeBody } from "../schema.ts";
import { updateCampaign } from "../store.ts";
import { mergeAudiences } from "../targeting/audiences.ts";
import { targetingOf } from "../targeting/sent-targeting.ts";
import { mergeUtmParams } from "../targeting/targeting.ts";
import { unsentBy } from "../targeting/unsent.ts";
import { checkFlight } from "./check-flight.ts";
import { asProposed, deselectRemoved } from "./proposed-buys.ts";

type Change = output<typeof CampaignChangeBody>;

/** A change, as far as it is ours to make; sellers may still have to make their part. */
export interface Changed {
  readonly campaignId: string;
  /** The ids of the changes that sellers are now asked to make. */
  readonly changeIds: readonly string[];
  readonly warnings: readonly string[];
}

/** Changes only what the body names. The operations on media buys and the new budget are validated together. */
export async function changeCampaign(ctx: Context, campaignId: string, body: Change): Promise<Changed> {
  const { db, viewer } = ctx;
  const operations = body.mediaBuys ?? [];
  const { campaign: before, buys } = await lockWholeCampaign(ctx, campaignId);
  statusAfter("change", before);
  const after = changed(before, body, ctx.now);
  await checkChange(ctx, before, after);
  if (body.discoveryId) await attachDiscovery(ctx, body.discoveryId, campaignId, before.advertiserId);
  const selections = before.discoveryId ? await listSelections(db, viewer.customerId, before.discoveryId) : [];
  const pathOf = (index: number) => `mediaBuys.${index}.`;
  const proposals = await proposeOperations(ctx, campaignId, operations, { selections, pathOf });
  const proposed = asProposed(buys, proposals);
  checkMoney(before, after, buys, proposed);
  if (operations.length > 0 || !isDeepStrictEqual(after.flight, before.flight))
    checkFlight(before, after, proposed, ctx.now);

  await updateCampaign(db, viewer.customerId, after);
  // The URLs of the campaign's assets expire with the flight, so sellers need new ones.
  if (after.flight.end.getTime() !== before.flight.end.getTime()) await enqueueCreatives(ctx, campaignId);
  const changeIds = await applyProposals(ctx, proposals);
  await deselectRemoved(ctx, before.discoveryId, proposals);
  // Unsent drafts follow the plan; buys that a seller has already received do not.
  if (proposed.some(isUnsent)) await draftMediaBuys(ctx, { ...after, targeting: targetingOf(after) }, []);
  const unused = operations.flatMap((operation, index) => unusedIn(operation, pathOf(index)));
  const unsent = unsentBy(after).filter((warning) => !unsentBy(before).includes(warning));
  return { campaignId, changeIds, warnings: [...unsent, ...tooLate(before, after, proposed), ...unused] };
}

/**
 * Lists the changes that do not apply to buys already sent. AdCP 3.1 could change them, but a change of the campaign's plan never
 * changes its buys.
 */
function tooLate(before: Campaign, after: Campaign, buys: readonly MediaBuy[]): string[] {
  if (isDeepStrictEqual(targetingOf(before), targetingOf(after))) return [];
  const sent = buys.filter((buy) => !isUnsent(buy) && !isTerminal(buy)).map(({ mediaBuyId }) => mediaBuyId);
  if (sent.length === 0) return [];
  return [`constraints and frequencyCaps apply to new media buys only: ${sent.join(", ")} run as they were bought`];
}

function changed(before: Campaign, body: Change, now: Date): Campaign {
  const { audienceConfig, utmConfig, storefrontIds, flightDates, budget } = body;
  return {
    ...before,
    name: body.name ?? before.name,
    brief: body.brief ?? before.brief,
    flight: flightDates ?? before.flight,
    budget: budget ? mergeBudget(before.budget, budget) : before.budget,
    constraints: body.constraints ?? before.constraints,
    discoveryId: body.discoveryId ?? before.discoveryId,
    storefrontIds: storefrontIds ? restrictionOf(storefrontIds) : before.storefrontIds,
    optimizationApplyMode: body.optimizationApplyMode ?? before.optimizationApplyMode,
    performanceConfig: setTo(body.performanceConfig, before.performanceConfig),
    audiences: audienceConfig ? mergeAudiences(before.audiences, audienceConfig, now) : before.audiences,
    catalogId: setTo(body.catalogId, before.catalogId),
    utmParams: utmConfig ? mergeUtmParams(before.utmParams, utmConfig) : before.utmParams,
    frequencyCaps: body.frequencyCaps ?? before.frequencyCaps,
    pacingPeriods: setTo(body.pacingPeriods, before.pacingPeriods),
    updatedAt: now,
  };
}

/** Null removes a value; an omitted field stays as it is. */
function setTo<T>(given: T | undefined, before: T): T {
  return given === undefined ? before : given;
}

function mergeBudget(before: CampaignBudget, { total, currency, dailyCap, pacing }: NonNullable<Change["budget"]>) {
  return {
    total: total ?? before.total,
    currency: currency ?? before.currency,
    dailyCap: setTo(dailyCap, before.dailyCap),
    pacing: pacing ?? before.pacing,
  };
}

async function checkChange(ctx: Context, before: Campaign, after: Campaign): Promise<void> {
  const { flight, budget, pacingPeriods, storefrontIds, catalogId, performanceConfig } = after;
  const advertiser = await getAdvertiser(ctx, after.advertiserId);
  checkBudget(budget, advertiser.primaryCurrency);
  if (before.status !== "DRAFT" && !isDeepStrictEqual(pacingPeriods, before.pacingPeriods)) {
    throw new InvalidState(`pacing periods are set before the first execute; this campaign is ${before.status}`, {
      field: "pacingPeriods",
    });
  }
  if (pacingPeriods) checkPacingPeriods(pacingPeriods, flight, budget);
  if (storefrontIds !== before.storefrontIds) await checkStorefronts(ctx, storefrontIds);
  if (catalogId !== null && catalogId !== before.catalogId) await checkCatalog(ctx, after.advertiserId, catalogId);
  if (before.mode === "performance" && performanceConfig === null)
    throw new Invalid("a performance campaign needs its goals", { field: "performanceConfig" });
  if (performanceConfig && performanceConfig !== before.performanceConfig) {
    await checkGoals(ctx, after.advertiserId, performanceConfig);
  }
}

/** If the budget shrinks or the buys grow, the budget must still cover the buys. */
function checkMoney(before: Campaign, after: Campaign, buys: readonly MediaBuy[], proposed: readonly MediaBuy[]): void {
  const { currency } = after.budget;
  const shrinks = compare(after.budget.total, before.budget.total) < 0;
  const grow = compare(committedOf(proposed, currency), committedOf(buys, currency)) > 0;
  if (shrinks || grow) checkCovers(after.budget, proposed, shrinks ? "budget.total" : "mediaBuys");
}
