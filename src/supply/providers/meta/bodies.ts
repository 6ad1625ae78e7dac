import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { accountIn } from "../kit/account.ts";
import { unitsOf } from "../kit/buying.ts";
import { tagged, tagOf } from "../kit/lookup-tag.ts";
import type { Writable } from "../kit/lossless.ts";
import { formOf } from "./money.ts";
import { aimOf } from "./templates.ts";

export const LONGEST_NAME = 400;

type Fields = Readonly<Record<string, Writable>>;

/** Ad sets have the budgets, so Meta requires a statement that they do not share them. */
export function campaignFields(plan: Plan, { settings }: JobContext): Fields {
  const special = (settings["special_ad_categories"] ?? "").split(/[\s,]+/).filter((one) => one !== "");
  const countries = new Set(plan.packages.flatMap(countriesOf));
  return {
    name: tagged(plan.name, tagOf(plan.mediaBuyId), LONGEST_NAME),
    objective: aimOf(plan.packages[0]?.templateId ?? "").objective,
    status: "PAUSED",
    buying_type: "AUCTION",
    special_ad_categories: special,
    ...(special.length > 0 && { special_ad_category_country: [...countries] }),
    is_adset_budget_sharing_enabled: "false",
  };
}

export function adSetFields(plan: Plan, part: PlannedPackage, campaignId: string, ctx: JobContext): Fields {
  const { billingEvent, optimizationGoal } = aimOf(part.templateId);
  return {
    name: tagged(plan.name, tagOf(plan.mediaBuyId, part.packageId), LONGEST_NAME),
    campaign_id: campaignId,
    status: "PAUSED",
    billing_event: billingEvent,
    optimization_goal: optimizationGoal,
    start_time: instantOf(part.start),
    ...changeable(part, ctx),
  };
}

/** The fields of an ad set that can change later. */
export function changeable(part: PlannedPackage, ctx: JobContext): Fields {
  const { currency, advertiser } = accountIn(ctx);
  const units = (amount: string) => unitsOf(amount, currency, formOf(currency)).toString();
  const countries = countriesOf(part);
  return {
    ...(part.bid === null
      ? { bid_strategy: "LOWEST_COST_WITHOUT_CAP" }
      : { bid_strategy: "LOWEST_COST_WITH_BID_CAP", bid_amount: units(part.bid) }),
    lifetime_budget: units(part.budget),
    end_time: instantOf(part.end),
    targeting: { geo_locations: { countries } },
    // Payer and beneficiary are stated because the Digital Services Act requires them: the business that owns the
    // account.
    ...(advertiser !== null &&
      countries.some((country) => DSA.has(country)) && { dsa_beneficiary: advertiser, dsa_payor: advertiser }),
  };
}

function countriesOf({ targeting, countries }: PlannedPackage): readonly string[] {
  return targeting.geo_countries ?? countries;
}

export function instantOf(iso: string): string {
  return iso.replace(/\.\d{3}Z$/, "+0000");
}

const DSA = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));
