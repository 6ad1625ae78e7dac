import { z } from "zod";
import { minorDigits } from "../../../../ground/kernel/money.ts";
import { checkedBody, type Fault, instant } from "../frame/checked.ts";
import { type Call, jsonOf, type Reply, type Routes, respond, type Wire, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { cursorOf, offsetOf, pageOf } from "../frame/page.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { type AmazonNetwork, authenticated, computeAmazon, type Profile, profileOf, refuse } from "./amazon-network.ts";

const PRODUCTS = ["SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY", "AMAZON_DSP", "SPONSORED_TV"] as const;
const adProduct = z.enum(PRODUCTS);
const state = z.enum(["ENABLED", "PAUSED", "ARCHIVED"]);
const id = z.string().regex(/^\d+$/);
/** `budgetValue.monetaryBudgetValue.monetaryBudget.value`, a decimal in major units [O discussion 431]. */
const budget = z.strictObject({
  budgetType: z.literal("MONETARY"),
  recurrenceTimePeriod: z.enum(["DAILY", "LIFETIME"]),
  budgetValue: z.strictObject({
    monetaryBudgetValue: z.strictObject({
      monetaryBudget: z.strictObject({ value: z.number().positive(), currencyCode: z.string().optional() }),
    }),
  }),
});
const common = { adProduct, name: z.string().min(1).max(128), state, tags: z.array(z.looseObject({})).optional() };

const Campaign = z.strictObject({
  ...common,
  campaignId: id.optional(),
  startDateTime: instant,
  endDateTime: instant.optional(),
  marketplaceScope: z.enum(["SINGLE_MARKETPLACE", "GLOBAL"]).optional(),
  marketplaces: z.array(z.string().length(2)).optional(),
  budgets: z.array(budget).min(1).max(1),
  autoCreationSettings: z.strictObject({ autoCreateTargets: z.boolean() }).optional(),
  autoManageCampaign: z.boolean().optional(),
  costType: z.string().optional(),
  optimizations: z.looseObject({}).optional(),
});
const AdGroup = z.strictObject({
  ...common,
  adGroupId: id.optional(),
  campaignId: id,
  bid: z.looseObject({}).optional(),
});
const Ad = z.strictObject({
  ...common,
  name: z.string().optional(),
  adId: id.optional(),
  adGroupId: id,
  adType: z.string(),
  creative: z.looseObject({}),
});
const Target = z.strictObject({
  ...common,
  name: z.string().optional(),
  targetId: id.optional(),
  adGroupId: id.optional(),
  campaignId: id.optional(),
  negative: z.boolean(),
  targetType: z.string(),
  targetDetails: z.looseObject({}),
  bid: z.looseObject({}).optional(),
});

interface Level {
  readonly what: string;
  readonly many: string;
  readonly key: string;
  readonly parent: "campaignId" | "adGroupId" | null;
  readonly body: z.ZodObject;
}

const LEVELS: readonly Level[] = [
  { what: "campaign", many: "campaigns", key: "campaignId", parent: null, body: Campaign },
  { what: "adGroup", many: "adGroups", key: "adGroupId", parent: "campaignId", body: AdGroup },
  { what: "ad", many: "ads", key: "adId", parent: "adGroupId", body: Ad },
  { what: "target", many: "targets", key: "targetId", parent: "adGroupId", body: Target },
];
const PARENT_WHAT = { campaignId: "campaign", adGroupId: "adGroup" } as const;
const MOST = 1_000;

type Refused = { readonly code: string; readonly message: string };

/** The common model v1: `POST /adsApi/v1/{create,update,query}/…` [O]. At launch, one ad product per call [O]. */
export function treeRoutes(network: AmazonNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {};
  for (const level of LEVELS) {
    routes[`POST /adsApi/v1/create/${level.many}`] = authenticated(network, (call) =>
      write(network, call, level, (profile, item) => create(network, profile, level, item)),
    );
    routes[`POST /adsApi/v1/update/${level.many}`] = authenticated(network, (call) =>
      write(network, call, level, (profile, item) => update(network, profile, level, item)),
    );
    routes[`POST /adsApi/v1/query/${level.many}`] = authenticated(network, (call) => query(network, call, level));
  }
  return routes;
}

/** Answers 207, listing what succeeded and what failed: `{success[],partialSuccess[],error[{index,errors[]}]}` [O]. */
function write(
  network: AmazonNetwork,
  call: Call,
  level: Level,
  one: (profile: Profile, item: Wire) => StoredEntity | Refused[],
): Reply {
  const profile = profileOf(network, call);
  const body = jsonOf(call);
  const items = isObject(body) ? body[level.many] : undefined;
  if (!Array.isArray(items) || items.length === 0 || items.length > MOST)
    refuse(400, "BAD_REQUEST", `the body must have between 1 and ${MOST} ${level.many}`);
  const products = new Set(
    items.map((item) => (isObject(item) ? item.adProduct : undefined)).filter((product) => product !== undefined),
  );
  if (products.size > 1) refuse(400, "BAD_REQUEST", "one ad product in a request");
  const success: WireObject[] = [];
  const error: WireObject[] = [];
  for (const [index, item] of items.entries()) {
    const done = one(profile, item);
    if (Array.isArray(done)) error.push({ index, errors: done.map((reason) => ({ ...reason })) });
    else success.push({ index, [level.what]: viewOf(network, level, done) });
  }
  computeAmazon(network);
  return respond(207, { success, partialSuccess: [], error });
}

function create(network: AmazonNetwork, profile: Profile, level: Level, item: Wire): StoredEntity | Refused[] {
  const { stage, shelf } = network;
  const fields = read(network, level, level.body, item);
  if (Array.isArray(fields)) return fields;
  const reasons = check(network, profile, level, fields);
  if (reasons.length > 0) return reasons;
  const parent = level.parent === null ? null : textOf(fields[level.parent] ?? "");
  // Two campaigns may have the same name: there is no idempotency key, and no check of names was found [?].
  const name = typeof fields.name === "string" ? fields.name : null;
  const kept = shelf.add({
    what: level.what,
    id: stage.ids.digits(18),
    account: profile.id,
    parent,
    name,
    enabled: fields.state === "ENABLED",
    fields,
  });
  if (level.what === "ad") stage.review.handIn(kept.id, name ?? "", stage.now());
  return kept;
}

/** An update only contains the fields that change; archiving is permanent. */
function update(network: AmazonNetwork, profile: Profile, level: Level, item: Wire): StoredEntity | Refused[] {
  const { shelf } = network;
  const known = isObject(item) ? shelf.get(level.what, textOf(item[level.key]), profile.id) : undefined;
  if (!known || !isObject(item)) return [{ code: "NOT_FOUND", message: `${level.key} not found` }];
  const fields = read(network, level, level.body, { ...known.fields, ...item });
  if (Array.isArray(fields)) return fields;
  const reasons = check(network, profile, level, fields);
  if (reasons.length > 0) return reasons;
  if (fields.state === "ARCHIVED") {
    shelf.remove(known.id);
    return { ...known, enabled: false, fields };
  }
  return shelf.change(known.id, {
    fields,
    name: typeof fields.name === "string" ? fields.name : null,
    enabled: fields.state === "ENABLED",
  });
}

/** How Amazon treats unknown fields is [?], so the ledger records them. */
function read({ stage }: AmazonNetwork, { key }: Level, schema: z.ZodObject, item: Wire): WireObject | Refused[] {
  const body = checkedBody(schema, item, stage.ledger);
  if (!body.ok)
    return body.faults.map(({ field, kind, message }: Fault) => ({
      code: kind === "missing" ? "MISSING_FIELD" : "INVALID_ARGUMENT",
      message: `${field}: ${kind === "missing" ? "is required" : message}`,
    }));
  const { [key]: _, ...fields } = body.value;
  return fields;
}

function check({ shelf }: AmazonNetwork, profile: Profile, level: Level, fields: WireObject): Refused[] {
  if (level.what === "campaign") return checkCampaign(profile, fields);
  if (
    level.parent !== null &&
    fields[level.parent] !== undefined &&
    !shelf.get(PARENT_WHAT[level.parent], textOf(fields[level.parent]), profile.id)
  )
    return [{ code: "NOT_FOUND", message: `${level.parent} not found` }];
  // A Sponsored Products ad advertises an item of a catalogue, by its ASIN or SKU [O].
  const sp = level.what === "ad" && fields.adProduct === "SPONSORED_PRODUCTS";
  return sp && !/asin|sku|productId/i.test(JSON.stringify(fields.creative))
    ? [{ code: "MISSING_FIELD", message: "creative: needs a product" }]
    : [];
}

function checkCampaign({ currency }: Profile, fields: WireObject): Refused[] {
  const reasons: Refused[] = [];
  // [O discussion 431].
  if (fields.autoManageCampaign !== undefined && fields.adProduct === "SPONSORED_PRODUCTS")
    reasons.push({
      code: "ACTION_NOT_SUPPORTED",
      message: "autoManageCampaign is not supported for SPONSORED_PRODUCTS",
    });
  const value = /"value":([\d.]+)/.exec(JSON.stringify(fields.budgets))?.[1] ?? "0";
  if ((value.split(".")[1] ?? "").length > minorDigits(currency))
    reasons.push({ code: "INVALID_ARGUMENT", message: `budgets.0: too many decimals for ${currency}` });
  const stated = /"currencyCode":"(\w+)"/.exec(JSON.stringify(fields.budgets))?.[1] ?? currency;
  if (stated !== currency)
    reasons.push({ code: "INVALID_ARGUMENT", message: `budgets.0: the profile's currency is ${currency}` });
  // The minimum is 1 in the marketplace's currency [K].
  if (Number(value) < 1) reasons.push({ code: "BUDGET_TOO_LOW", message: "budgets.0: must be at least 1" });
  const { startDateTime: start, endDateTime: end } = fields;
  if (typeof start === "string" && typeof end === "string" && new Date(end) <= new Date(start))
    reasons.push({ code: "INVALID_ARGUMENT", message: "endDateTime: must be after startDateTime" });
  return reasons;
}

/** Filters and `nextToken` are [O]; the names of filters, and that the ad product is required, are [K]. */
function query(network: AmazonNetwork, call: Call, level: Level): Reply {
  const profile = profileOf(network, call);
  const asked = jsonOf(call);
  if (!isObject(asked)) refuse(400, "BAD_REQUEST", "the body must be an object");
  const includes = (filter: string, value: unknown) => {
    const given = asked[filter];
    return !isObject(given) || !Array.isArray(given.include) || given.include.includes(value);
  };
  if (!isObject(asked.adProductFilter)) refuse(400, "BAD_REQUEST", "adProductFilter is required");
  const all = network.shelf
    .ofAccount(level.what, profile.id)
    .filter(
      (kept) =>
        includes("adProductFilter", kept.fields.adProduct) &&
        includes(`${level.key}Filter`, kept.id) &&
        includes(
          "campaignIdFilter",
          level.what === "campaign"
            ? kept.id
            : (network.shelf.find("adGroup", kept.parent ?? "")?.parent ?? kept.parent),
        ) &&
        (level.what === "campaign" || level.what === "adGroup" || includes("adGroupIdFilter", kept.parent)) &&
        isNamed(asked.nameFilter, kept.name),
    );
  const size = Number(asked.maxResults ?? 100);
  const offset = typeof asked.nextToken === "string" ? offsetOf(asked.nextToken) : 0;
  if (offset === null || !(size >= 1 && size <= MOST))
    refuse(400, "BAD_REQUEST", "nextToken or maxResults is not valid");
  const { items, next } = pageOf(all, offset, size);
  return respond(200, {
    [level.many]: items.map((kept) => viewOf(network, level, network.shelf.read(kept))),
    ...(next !== null && { nextToken: cursorOf(next) }),
  });
}

function isNamed(filter: Wire | undefined, name: string | null): boolean {
  if (!isObject(filter) || !Array.isArray(filter.include)) return true;
  return filter.include.some((one) =>
    filter.queryTermMatchType === "EXACT_MATCH" ? name === one : (name ?? "").includes(textOf(one)),
  );
}

/** `state`, `deliveryStatus`, `deliveryReasons[]` [O common-models]; the values for a review are [K]. */
function viewOf({ stage, shelf, profiles }: AmazonNetwork, level: Level, kept: StoredEntity): WireObject {
  const reasons: string[] = [];
  if (!kept.enabled) reasons.push(`${level.what.replace(/([A-Z])/g, "_$1").toUpperCase()}_PAUSED`);
  const parent =
    kept.parent === null ? undefined : (shelf.find("adGroup", kept.parent) ?? shelf.find("campaign", kept.parent));
  if (parent && !parent.enabled) reasons.push(`${parent.what === "campaign" ? "CAMPAIGN" : "AD_GROUP"}_PAUSED`);
  if (profiles.find(({ id }) => id === kept.account)?.mayRun === false) reasons.push("ADVERTISER_PAYMENT_FAILURE");
  const verdict = level.what === "ad" ? stage.review.verdict(kept.id, stage.now()) : null;
  if (verdict?.state === "pending") reasons.push("PENDING_REVIEW");
  if (verdict?.state === "rejected") reasons.push("AD_POLICING_SUSPENDED");
  const { startDateTime, endDateTime } = kept.fields;
  if (typeof startDateTime === "string" && new Date(startDateTime) > stage.now()) reasons.push("PENDING_START_DATE");
  if (typeof endDateTime === "string" && new Date(endDateTime) <= stage.now()) reasons.push("ENDED");
  const details = verdict?.state === "rejected" ? { policyDetails: verdict.reason } : {};
  const times = { creationDateTime: kept.madeAt.toISOString(), lastUpdatedDateTime: kept.changedAt.toISOString() };
  const status = {
    deliveryStatus: reasons.length === 0 ? "DELIVERING" : "NOT_DELIVERING",
    deliveryReasons: reasons,
    ...details,
  };
  return stage.shown(kept.id, { ...kept.fields, [level.key]: kept.id, status, ...status, ...times });
}
