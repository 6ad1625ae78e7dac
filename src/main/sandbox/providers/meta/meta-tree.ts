import type { z } from "zod";
import { checkedBody } from "../frame/checked.ts";
import { type Call, type Reply, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { Ad, AdSet, Campaign, Creative } from "./meta-bodies.ts";
import { missing, refuse } from "./meta-errors.ts";
import {
  accountOf,
  chosen,
  computeMeta,
  guarded,
  leastDaily,
  listOf,
  type MetaAccount,
  type MetaNetwork,
  paramsOf,
  timeOf,
  viewOf,
} from "./meta-network.ts";

interface Edge {
  readonly what: string;
  readonly body: z.ZodType;
  readonly parent?: "campaign_id" | "adset_id";
}

const EDGES: Readonly<Record<string, Edge>> = {
  campaigns: { what: "campaign", body: Campaign },
  adsets: { what: "adset", body: AdSet, parent: "campaign_id" },
  adcreatives: { what: "creative", body: Creative },
  ads: { what: "ad", body: Ad, parent: "adset_id" },
};
const KINDS = ["campaign", "adset", "creative", "ad", "video"];

export function treeRoutes(network: MetaNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {
    "GET /v26.0/{id}": guarded(network, (call) => {
      const own = network.accounts.find(({ id }) => `act_${id}` === call.params.id);
      if (own) return respond(200, chosen(network, call, network.stage.shown(own.id, own.view)));
      const kept = find(network, call);
      return kept
        ? respond(200, chosen(network, call, viewOf(network, network.shelf.read(kept))))
        : missing(network.stage, call.params.id ?? "");
    }),
    // Updates are made with POST [T logly/mureo].
    "POST /v26.0/{id}": guarded(network, (call) => update(network, call)),
    "DELETE /v26.0/{id}": guarded(network, (call) => {
      const kept = find(network, call);
      if (!kept || kept.removed) return missing(network.stage, call.params.id ?? "");
      network.shelf.remove(kept.id);
      computeMeta(network);
      return respond(200, { success: true });
    }),
  };
  for (const [edge, rule] of Object.entries(EDGES)) {
    routes[`GET /v26.0/act_{account}/${edge}`] = guarded(network, (call) => {
      const { id } = accountOf(network, call);
      const all = network.shelf.ofAccount(rule.what, id).filter((kept) => isAsked(network, call, kept));
      return listOf(
        network,
        call,
        all.map((kept) => viewOf(network, network.shelf.read(kept))),
      );
    });
    routes[`POST /v26.0/act_{account}/${edge}`] = guarded(network, (call) => create(network, call, rule));
  }
  return { ...routes, ...childRoutes(network) };
}

/** Routes for the children of a campaign or an ad set. */
function childRoutes(network: MetaNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {};
  for (const [path, parent, what] of [
    ["adsets", "campaign", "adset"],
    ["ads", "adset", "ad"],
    ["ads", "campaign", "ad"],
  ] as const) {
    const earlier = routes[`GET /v26.0/{id}/${path}`];
    routes[`GET /v26.0/{id}/${path}`] = guarded(network, (call) => {
      const kept = network.shelf.find(parent, call.params.id ?? "");
      if (!kept) return earlier ? earlier(call) : missing(network.stage, call.params.id ?? "");
      const groups = what === "ad" && parent === "campaign" ? network.shelf.under("adset", kept.id) : [kept];
      const all = groups.flatMap((group) => network.shelf.under(what, group.id));
      return listOf(
        network,
        call,
        all.map((one) => viewOf(network, network.shelf.read(one))),
      );
    });
  }
  return routes;
}

function find({ shelf }: MetaNetwork, { params }: Call): StoredEntity | undefined {
  return KINDS.map((what) => shelf.find(what, params.id ?? "")).find((kept) => kept !== undefined);
}

/** `filtering=[{"field":"name","operator":"CONTAIN","value":"…"}]` [K]. */
function isAsked(network: MetaNetwork, call: Call, kept: StoredEntity): boolean {
  const { filtering } = paramsOf(call);
  if (!Array.isArray(filtering)) return true;
  return filtering.every((one) => {
    if (!isObject(one) || !textOf(one.field).endsWith("name"))
      return refuse(network.stage, 100, "Filtering by this field is not simulated");
    const value = textOf(one.value);
    return one.operator === "EQUAL" ? kept.name === value : (kept.name ?? "").includes(value);
  });
}

/** Meta ignores parameters that it does not know [K]; parameters of the wrong type get error 100 [O]. */
function read(network: MetaNetwork, rule: Edge, raw: WireObject): WireObject {
  const body = checkedBody(rule.body, raw, network.stage.ledger);
  if (body.ok) return body.value;
  const [fault] = body.faults;
  const message =
    fault?.kind === "missing" ? `The parameter ${fault.field} is required` : `Param ${fault?.field}: ${fault?.message}`;
  return refuse(network.stage, 100, message, { error_user_title: "Invalid parameter", error_user_msg: message });
}

function create(network: MetaNetwork, call: Call, rule: Edge): Reply {
  const { stage, shelf } = network;
  const account = accountOf(network, call);
  if (account.view.account_status === 2)
    refuse(stage, 200, "The ad account is disabled", { error_subcode: 1_359_101 }, 403);
  const { execution_options: options, ...fields } = read(network, rule, paramsOf(call));
  const parent = rule.parent === undefined ? null : textOf(fields[rule.parent]);
  check(network, account, rule, fields);
  // A dry run [K].
  if (Array.isArray(options) && options.includes("validate_only")) return respond(200, { success: true });
  const id = stage.ids.digits(18);
  const name = typeof fields.name === "string" ? fields.name : null;
  // ACTIVE by default [?]: the stricter assumption. Two entities may have the same name [?].
  const enabled = rule.what !== "creative" && (fields.status === undefined || fields.status === "ACTIVE");
  shelf.add({ what: rule.what, id, account: account.id, parent, name, enabled, fields });
  if (rule.what === "ad") submitForReview(network, id, fields);
  computeMeta(network);
  return respond(200, { id });
}

function update(network: MetaNetwork, call: Call): Reply {
  const { stage, shelf } = network;
  const kept = find(network, call);
  const rule = Object.values(EDGES).find(({ what }) => what === kept?.what);
  const account = network.accounts.find(({ id }) => id === kept?.account);
  if (!kept || kept.removed || !rule || !account) return missing(stage, call.params.id ?? "");
  const { execution_options: options, ...changes } = paramsOf(call);
  const fields = read(network, rule, { ...kept.fields, ...changes });
  check(network, account, rule, fields);
  if (Array.isArray(options) && options.includes("validate_only")) return respond(200, { success: true });
  if (fields.status === "DELETED") shelf.remove(kept.id);
  else
    shelf.change(kept.id, {
      fields,
      name: textOf(fields.name),
      enabled: fields.status === undefined ? kept.enabled : fields.status === "ACTIVE",
    });
  if (rule.what === "ad" && changes.creative !== undefined) submitForReview(network, kept.id, fields);
  computeMeta(network);
  return respond(200, { success: true });
}

function submitForReview({ stage, shelf }: MetaNetwork, id: string, fields: WireObject): void {
  const creative = isObject(fields.creative) ? shelf.get("creative", textOf(fields.creative.creative_id)) : undefined;
  stage.review.handIn(id, `${textOf(fields.name)} ${creative?.name ?? ""}`, stage.now());
}

function check(network: MetaNetwork, account: MetaAccount, { what }: Edge, fields: WireObject): void {
  if (what === "campaign") checkCampaign(network, fields);
  if (what === "adset") checkAdSet(network, account, fields);
  const { stage, shelf, pages } = network;
  if (what === "creative" && isObject(fields.object_story_spec)) {
    const page = textOf(fields.object_story_spec.page_id);
    if (!pages.some(({ id }) => id === page))
      refuse(stage, 100, "Object story spec: the page is not accessible", { error_subcode: 1_487_202 });
  }
  if (what === "ad") {
    if (!shelf.get("adset", textOf(fields.adset_id), account.id)) refuse(stage, 100, "Invalid adset_id");
    const creative = isObject(fields.creative) ? textOf(fields.creative.creative_id) : "";
    if (!shelf.get("creative", creative, account.id)) refuse(stage, 100, "Invalid creative_id");
  }
  if (what === "campaign" || what === "adset")
    for (const field of ["daily_budget", "lifetime_budget"])
      if (typeof fields[field] === "bigint" && fields[field] < leastDaily(account.currency))
        refuse(stage, 100, `Your budget is too low: at least ${leastDaily(account.currency)}`, {
          error_subcode: 1_885_272,
        });
}

function checkCampaign({ stage }: MetaNetwork, fields: WireObject): void {
  const budget = fields.daily_budget ?? fields.lifetime_budget;
  // [T logly/mureo PR 452].
  if (budget === undefined && fields.is_adset_budget_sharing_enabled === undefined)
    refuse(
      stage,
      100,
      "Must specify True or False in is_adset_budget_sharing_enabled field if you are not using campaign budget",
      { error_subcode: 4_834_011 },
    );
  if (fields.is_adset_budget_sharing_enabled === true && fields.bid_strategy === undefined)
    refuse(stage, 100, "Budget sharing needs a bid strategy", { error_subcode: 4_834_005 });
  if (fields.daily_budget !== undefined && fields.lifetime_budget !== undefined)
    refuse(stage, 100, "Specify daily_budget or lifetime_budget, not both");
}

function checkAdSet({ stage, shelf }: MetaNetwork, account: MetaAccount, fields: WireObject): void {
  const campaign = shelf.get("campaign", textOf(fields.campaign_id), account.id);
  if (!campaign) refuse(stage, 100, "Invalid campaign_id");
  const above = campaign.fields.daily_budget ?? campaign.fields.lifetime_budget;
  const own = fields.daily_budget ?? fields.lifetime_budget;
  // [T logly/mureo].
  if (above !== undefined && own !== undefined)
    refuse(stage, 100, "Budget on both levels", { error_subcode: 1_885_621 });
  if (above === undefined && own === undefined) refuse(stage, 100, "An ad set needs a budget");
  if (fields.lifetime_budget !== undefined && fields.end_time === undefined)
    refuse(stage, 100, "end_time is required with a lifetime budget");
  const needsBid = ["LOWEST_COST_WITH_BID_CAP", "COST_CAP"].includes(
    textOf(fields.bid_strategy ?? campaign.fields.bid_strategy),
  );
  if (needsBid && fields.bid_amount === undefined)
    refuse(stage, 100, "Bid amount required", { error_subcode: 1_815_857 });
  const [start, end] = [timeOf(fields.start_time), timeOf(fields.end_time)];
  if (start && end && end <= start) refuse(stage, 100, "end_time must be after start_time");
}
