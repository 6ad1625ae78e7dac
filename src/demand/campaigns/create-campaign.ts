import type { output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { type Advertiser, getActiveAdvertiser } from "../advertisers/index.ts";
import { checkCatalog } from "../catalogs/index.ts";
import { attachDiscovery, selectProducts } from "../discovery/index.ts";
import type { Campaign } from "./campaign.ts";
import { checkBudget } from "./campaign-budget.ts";
import { checkGoals, checkNotOver, checkStorefronts } from "./check-plan.ts";
import { checkPacingPeriods } from "./pacing/pacing-periods.ts";
import type { NewCampaignBody } from "./schema.ts";
import { insertCampaign } from "./store.ts";
import { mergeAudiences } from "./targeting/audiences.ts";
import { mergeUtmParams } from "./targeting/targeting.ts";

type NewCampaign = output<typeof NewCampaignBody>;

/** Creates a draft, which buys nothing until it is executed. */
export async function createCampaign(ctx: Context, body: NewCampaign): Promise<Campaign> {
  const { db, viewer, now, random } = ctx;
  const advertiser = await getActiveAdvertiser(ctx, body.advertiserId);
  const campaign = draftOf(body, advertiser, newId("campaign", random), now);
  checkBudget(campaign.budget, advertiser.primaryCurrency);
  checkNotOver(campaign.flight, now);
  if (campaign.pacingPeriods) checkPacingPeriods(campaign.pacingPeriods, campaign.flight, campaign.budget);
  await checkStorefronts(ctx, campaign.storefrontIds);
  if (campaign.performanceConfig) await checkGoals(ctx, campaign.advertiserId, campaign.performanceConfig);
  if (campaign.catalogId !== null) await checkCatalog(ctx, campaign.advertiserId, campaign.catalogId);

  const { campaignId, advertiserId, discoveryId } = campaign;
  if (discoveryId) await attachDiscovery(ctx, discoveryId, campaignId, advertiserId);
  await insertCampaign(db, viewer.customerId, campaign);
  if (discoveryId && body.productIds?.length) await selectProducts(ctx, discoveryId, body.productIds);
  return campaign;
}

/** An empty list means no restriction. */
export function restrictionOf(storefrontIds: readonly number[] | undefined): readonly number[] | null {
  return storefrontIds?.length ? [...new Set(storefrontIds)] : null;
}

function draftOf(body: NewCampaign, advertiser: Advertiser, campaignId: string, now: Date): Campaign {
  const { total, currency = advertiser.primaryCurrency, dailyCap, pacing = "EVEN" } = body.budget;
  return {
    campaignId,
    advertiserId: advertiser.advertiserId,
    name: body.name,
    status: "DRAFT",
    mode: body.mode,
    brief: body.brief ?? null,
    flight: body.flightDates,
    budget: { total, currency, dailyCap: dailyCap ?? null, pacing },
    constraints: body.constraints ?? null,
    discoveryId: body.discoveryId ?? null,
    storefrontIds: restrictionOf(body.storefrontIds),
    optimizationApplyMode: body.optimizationApplyMode ?? advertiser.optimizationApplyMode,
    performanceConfig: body.performanceConfig ?? null,
    audiences: mergeAudiences([], body.audienceConfig ?? {}, now),
    catalogId: body.catalogId ?? null,
    utmParams: body.utmConfig ? mergeUtmParams(null, body.utmConfig) : null,
    frequencyCaps: body.frequencyCaps ?? null,
    pacingPeriods: body.pacingPeriods ?? null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
}
