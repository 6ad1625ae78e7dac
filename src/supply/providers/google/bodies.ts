import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { accountIn, microsOf } from "../kit/account.ts";
import { clockTimeIn } from "../kit/days.ts";
import { tagged, tagOf } from "../kit/lookup-tag.ts";
import type { Writable } from "../kit/lossless.ts";
import { placeOf } from "./places.ts";
import { customerPath, type Operation } from "./requests.ts";
import { mannerOf } from "./templates.ts";

const LONGEST_NAME = 255;

/** Names for objects created within one call [K]: negative and unique. */
function temporary(ctx: JobContext, collection: string, number: number): string {
  return `${customerPath(ctx)}/${collection}/${-number}`;
}

export function countriesOf({ targeting, countries }: PlannedPackage): readonly string[] {
  return targeting.geo_countries ?? countries;
}

export function placesOf(part: PlannedPackage): readonly string[] {
  return countriesOf(part).flatMap((country) => placeOf(country) ?? []);
}

/** The bid, as part of the campaign or of its ad group, depending on the template. */
function bidOf({ templateId, pricingModel, bid }: PlannedPackage, currency: string) {
  const micros = bid === null ? undefined : String(microsOf(bid, currency));
  if (mannerOf(templateId).channel === "DEMAND_GEN") return { campaign: { targetCpc: { targetCpcMicros: micros } } };
  return pricingModel === "vcpm"
    ? { campaign: { manualCpm: {} }, adGroup: { cpmBidMicros: micros } }
    : { campaign: { manualCpc: {} }, adGroup: { cpcBidMicros: micros } };
}

/** A start in the past is left out, so that the campaign begins when it is enabled. */
function startOf(start: string, ctx: JobContext): string | undefined {
  return start <= ctx.now ? undefined : clockTimeIn(accountIn(ctx).timeZone, new Date(start));
}

function endOf(end: string, ctx: JobContext): string {
  return clockTimeIn(accountIn(ctx).timeZone, new Date(end));
}

/**
 * Creates all objects of a buy, in the order of their names. Google stores budgets and dates with campaigns, so each
 * package is a campaign with a budget and an ad group, all of it paused.
 */
export function creation(plan: Plan, ctx: JobContext): readonly Operation[] {
  return plan.packages.flatMap((part, at) => creationOf(plan, part, at, ctx));
}

function creationOf({ mediaBuyId, name }: Plan, part: PlannedPackage, at: number, ctx: JobContext): Operation[] {
  const { currency } = accountIn(ctx);
  const budget = temporary(ctx, "campaignBudgets", at * 3 + 1);
  const campaign = temporary(ctx, "campaigns", at * 3 + 2);
  const adGroup = temporary(ctx, "adGroups", at * 3 + 3);
  const { channel, adGroupType } = mannerOf(part.templateId);
  const called = tagged(name, tagOf(mediaBuyId, part.packageId), LONGEST_NAME);
  const bid = bidOf(part, currency);
  return [
    creating("campaignBudget", {
      resourceName: budget,
      name: called,
      // The total for the whole flight: Google spreads it, and never spends more [O demand-gen].
      totalAmountMicros: String(microsOf(part.budget, currency)),
      period: "CUSTOM_PERIOD",
      explicitlyShared: false,
    }),
    creating("campaign", {
      resourceName: campaign,
      name: called,
      status: "PAUSED",
      advertisingChannelType: channel,
      campaignBudget: budget,
      containsEuPoliticalAdvertising: "DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING",
      startDateTime: startOf(part.start, ctx),
      endDateTime: endOf(part.end, ctx),
      ...bid.campaign,
    }),
    creating("adGroup", {
      resourceName: adGroup,
      name: called,
      campaign,
      status: "PAUSED",
      type: adGroupType,
      ...bid.adGroup,
    }),
    ...placesOf(part).map((place) => placing(part, { campaign, adGroup }, place)),
  ];
}

function creating(kind: string, create: Operation): Operation {
  return { [`${kind}Operation`]: { create } };
}

/** Sets a package's locations, on its ad group or on its campaign. */
export function placing(
  { templateId }: Pick<PlannedPackage, "templateId">,
  { campaign, adGroup }: { readonly campaign: string; readonly adGroup: string },
  place: string,
): Operation {
  const location = { geoTargetConstant: place };
  return mannerOf(templateId).placesAt === "campaign"
    ? creating("campaignCriterion", { campaign, location })
    : creating("adGroupCriterion", { adGroup, location });
}

interface Names {
  readonly campaign: string;
  readonly adGroup: string;
  readonly budget: string;
}

/** The changes of a package, as updates of its three parts. */
export function updates(
  before: PlannedPackage,
  after: PlannedPackage,
  isPaused: boolean,
  names: Names,
  ctx: JobContext,
): readonly Operation[] {
  const { currency } = accountIn(ctx);
  const bid = bidOf(after, currency);
  const moved = { start: before.start !== after.start, end: before.end !== after.end, bid: before.bid !== after.bid };
  const campaign: Readonly<Record<string, Writable>> = {
    status: isPaused ? "PAUSED" : "ENABLED",
    ...(moved.start && { startDateTime: startOf(after.start, ctx) }),
    ...(moved.end && { endDateTime: endOf(after.end, ctx) }),
    ...(moved.bid && "targetCpc" in bid.campaign && bid.campaign),
  };
  return [
    ...(before.budget === after.budget
      ? []
      : [
          updating("campaignBudget", names.budget, {
            totalAmountMicros: String(microsOf(after.budget, currency)),
          }),
        ]),
    updating("campaign", names.campaign, campaign),
    ...(moved.bid && bid.adGroup ? [updating("adGroup", names.adGroup, bid.adGroup)] : []),
  ];
}

export function updating(kind: string, resourceName: string, fields: Readonly<Record<string, Writable>>): Operation {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  // A mask names leaf fields, so for a message it lists its fields.
  const mask = set.flatMap(([name, value]) =>
    isMessage(value) ? Object.keys(value).map((leaf) => `${name}.${leaf}`) : name,
  );
  return {
    [`${kind}Operation`]: { update: { resourceName, ...Object.fromEntries(set) }, updateMask: mask.join(",") },
  };
}

function isMessage(value: Writable): value is Readonly<Record<string, Writable>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
