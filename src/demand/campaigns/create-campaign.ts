import type { output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { decimalOf } from "../../ground/kernel/money.ts";
import type { FlightDates } from "../../ground/seller-agent/index.ts";
import { type Advertiser, getAdvertiser } from "../advertisers/index.ts";
import { attachDiscovery, selectProducts } from "../discovery/index.ts";
import type { Campaign } from "./campaign.ts";
import { checkBudget } from "./campaign-budget.ts";
import { checkPacingPeriods } from "./pacing-periods.ts";
import type { NewCampaignBody } from "./schema.ts";
import { insertCampaign, visibleStorefronts } from "./store.ts";
import { mergeUtmParams } from "./targeting.ts";

type NewCampaign = output<typeof NewCampaignBody>;

/** A draft: it buys nothing until it is executed. Answers its id. */
export async function createCampaign(ctx: Context, body: NewCampaign): Promise<string> {
  const { db, viewer, now, random } = ctx;
  const advertiser = await getAdvertiser(ctx, body.advertiserId);
  const campaign = draftOf(body, advertiser, newId("campaign", random), now);
  checkBudget(campaign.budget, advertiser.primaryCurrency);
  checkNotOver(campaign.flight, now);
  if (campaign.pacingPeriods) checkPacingPeriods(campaign.pacingPeriods, campaign.flight, campaign.budget);
  await checkStorefronts(ctx, campaign.storefrontIds);

  const { campaignId, advertiserId, discoveryId } = campaign;
  if (discoveryId) await attachDiscovery(ctx, discoveryId, campaignId, advertiserId);
  await insertCampaign(db, viewer.customerId, campaign);
  if (discoveryId && body.productIds?.length) await selectProducts(ctx, discoveryId, body.productIds);
  return campaignId;
}

export function checkNotOver({ end }: FlightDates, now: Date): void {
  if (end > now) return;
  throw new Invalid(`flightDates.endDate: it is ${now.toISOString()} already, and the flight would be over`, {
    field: "flightDates.endDate",
  });
}

export async function checkStorefronts({ db }: Context, ids: readonly number[] | null): Promise<void> {
  if (!ids) return;
  const visible = new Set(await visibleStorefronts(db, ids));
  const missing = ids.find((id) => !visible.has(id));
  if (missing !== undefined) throw new NotFound(`there is no storefront ${missing}`, { field: "storefrontIds" });
}

export function flightOf({ startDate, endDate }: NewCampaign["flightDates"]): FlightDates {
  return { start: new Date(startDate), end: new Date(endDate) };
}

/** An empty restriction is none. */
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
    flight: flightOf(body.flightDates),
    budget: { total: decimalOf(total), currency, dailyCap: dailyCap ? decimalOf(dailyCap) : null, pacing },
    constraints: body.constraints ?? null,
    discoveryId: body.discoveryId ?? null,
    storefrontIds: restrictionOf(body.storefrontIds),
    optimizationApplyMode: body.optimizationApplyMode ?? advertiser.optimizationApplyMode,
    performanceConfig: body.performanceConfig ?? null,
    audienceConfig: body.audienceConfig ?? null,
    catalogId: body.catalogId ?? null,
    utmParams: body.utmConfig ? mergeUtmParams(null, body.utmConfig) : null,
    frequencyCaps: body.frequencyCaps ?? null,
    pacingPeriods: body.pacingPeriods ?? null,
    createdAt: now,
    updatedAt: now,
  };
}
