import type { Call, Reply, Routes, WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { AdGroup, AdGroupUpdate, Ads, Campaign, CampaignUpdate, STATUS_UPDATES } from "./tiktok-bodies.ts";
import {
  type Advertiser,
  advertiserOf,
  bodyOf,
  computeTiktok,
  guarded,
  ok,
  paged,
  queryJson,
  refuse,
  reply,
  type TiktokNetwork,
  timeOf,
} from "./tiktok-network.ts";

type What = "campaign" | "adgroup" | "ad";
const BASE = "/open_api/v1.3";
/** Minimum budgets in USD. Other currencies differ [O], but the ratio is [?], so the same numbers apply to all. */
const LEAST = { campaign: 50, adgroup: 20 };

export function treeRoutes(network: TiktokNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {
    [`POST ${BASE}/campaign/create/`]: guarded(network, (call) => createCampaign(network, call)),
    [`POST ${BASE}/adgroup/create/`]: guarded(network, (call) => createAdGroup(network, call)),
    [`POST ${BASE}/ad/create/`]: guarded(network, (call) => createAds(network, call)),
    [`POST ${BASE}/campaign/update/`]: guarded(network, (call) => update(network, call, "campaign")),
    [`POST ${BASE}/adgroup/update/`]: guarded(network, (call) => update(network, call, "adgroup")),
  };
  for (const what of ["campaign", "adgroup", "ad"] as const) {
    routes[`POST ${BASE}/${what}/status/update/`] = guarded(network, (call) => updateStatus(network, call, what));
    routes[`GET ${BASE}/${what}/get/`] = guarded(network, (call) => list(network, call, what));
  }
  return routes;
}

function createCampaign(network: TiktokNetwork, call: Call): Reply {
  const body = bodyOf(network, Campaign, call);
  const advertiser = advertiserOf(network, call, body.advertiser_id);
  if (body.budget_mode !== undefined && body.budget_mode !== "BUDGET_MODE_INFINITE")
    checkBudget(network, "campaign", body);
  return add(network, advertiser, "campaign", null, textOf(body.campaign_name), body);
}

function createAdGroup(network: TiktokNetwork, call: Call): Reply {
  const { stage, shelf } = network;
  const body = bodyOf(network, AdGroup, call);
  const advertiser = advertiserOf(network, call, body.advertiser_id);
  const campaign = shelf.get("campaign", textOf(body.campaign_id), advertiser.id);
  if (!campaign) refuse(stage, 40_002, "campaign_id: the campaign does not exist");
  checkAdGroup(network, campaign, body);
  return add(network, advertiser, "adgroup", campaign.id, textOf(body.adgroup_name), body);
}

function checkAdGroup(network: TiktokNetwork, campaign: StoredEntity, body: WireObject): void {
  const { stage } = network;
  if (campaign.fields.budget_optimize_on !== true && body.budget_mode !== "BUDGET_MODE_INFINITE")
    checkBudget(network, "adgroup", body);
  const [start, end] = [timeOf(body.schedule_start_time), timeOf(body.schedule_end_time)];
  if (!start) refuse(stage, 40_002, "schedule_start_time: Missing data for required field.");
  if (body.schedule_type === "SCHEDULE_START_END" && !(end && end > start))
    refuse(stage, 40_002, "schedule_end_time: must be after schedule_start_time");
  if (body.budget_mode === "BUDGET_MODE_TOTAL" && !end)
    refuse(stage, 40_002, "schedule_end_time: is required with a total budget");
  if (body.bid_type === "BID_TYPE_CUSTOM" && body.bid_price === undefined)
    refuse(stage, 40_002, "bid_price: is required with BID_TYPE_CUSTOM");
  if (body.placement_type === "PLACEMENT_TYPE_NORMAL" && body.placements === undefined)
    refuse(stage, 40_002, "placements: is required with PLACEMENT_TYPE_NORMAL");
}

function checkBudget({ stage }: TiktokNetwork, what: "campaign" | "adgroup", { budget }: WireObject): void {
  if (typeof budget !== "number") refuse(stage, 40_002, "budget: Missing data for required field.");
  if (budget < LEAST[what]) refuse(stage, 40_002, `budget: must be at least ${LEAST[what]}`);
}

/** 40050 is for duplicates [T], but of what is [?]. Two entities may have the same name here, which is the stricter assumption. */
function add(
  network: TiktokNetwork,
  advertiser: Advertiser,
  what: What,
  parent: string | null,
  name: string,
  body: WireObject,
): Reply {
  const kept = save(network, advertiser, what, parent, name, body);
  computeTiktok(network);
  return ok(network.stage, viewOf(network, kept));
}

/** ENABLE by default [K]. `request_id` is not treated as a key ⚠. */
function save(
  { stage, shelf }: TiktokNetwork,
  advertiser: Advertiser,
  what: What,
  parent: string | null,
  name: string,
  body: WireObject,
): StoredEntity {
  const id = stage.ids.digits(19);
  return shelf.add({
    what,
    id,
    account: advertiser.id,
    parent,
    name,
    enabled: body.operation_status !== "DISABLE",
    fields: body,
  });
}

function createAds(network: TiktokNetwork, call: Call): Reply {
  const { stage, shelf, identities } = network;
  const body = bodyOf(network, Ads, call);
  const advertiser = advertiserOf(network, call, body.advertiser_id);
  const group = shelf.get("adgroup", textOf(body.adgroup_id), advertiser.id);
  if (!group) refuse(stage, 40_002, "adgroup_id: the ad group does not exist");
  const creatives = (Array.isArray(body.creatives) ? body.creatives : []).filter(isObject);
  for (const [index, creative] of creatives.entries()) {
    const at = `creatives.${index}`;
    if (!identities.some(({ identity_id: id }) => id === creative.identity_id))
      refuse(stage, 40_002, `${at}.identity_id: the identity does not exist`);
    const media =
      creative.video_id === undefined
        ? (creative.image_ids as readonly string[] | undefined)?.map((id) => shelf.get("image", id, advertiser.id))
        : [shelf.get("video", textOf(creative.video_id), advertiser.id)];
    if (!media || media.length === 0 || media.includes(undefined))
      refuse(stage, 40_002, `${at}: the video or image does not exist`);
  }
  const kept = creatives.map((creative) =>
    save(network, advertiser, "ad", group.id, textOf(creative.ad_name), creative),
  );
  for (const ad of kept) stage.review.handIn(ad.id, ad.name ?? "", stage.now());
  computeTiktok(network);
  return ok(stage, { ad_ids: kept.map(({ id }) => id), creatives: kept.map((ad) => viewOf(network, ad)) });
}

function update(network: TiktokNetwork, call: Call, what: "campaign" | "adgroup"): Reply {
  const { stage, shelf } = network;
  const body = bodyOf(network, what === "campaign" ? CampaignUpdate : AdGroupUpdate, call);
  const advertiser = advertiserOf(network, call, body.advertiser_id);
  const kept = shelf.get(what, textOf(body[`${what}_id`]), advertiser.id);
  if (!kept) refuse(stage, 40_002, `${what}_id: does not exist`);
  const fields = { ...kept.fields, ...body };
  if (what === "adgroup") checkAdGroup(network, shelf.get("campaign", kept.parent ?? "") ?? kept, fields);
  else if (body.budget !== undefined) checkBudget(network, "campaign", fields);
  const changed = shelf.change(kept.id, { fields, name: textOf(fields[`${what}_name`]) });
  computeTiktok(network);
  return ok(stage, viewOf(network, changed));
}

/** If some of the entities no longer exist, the answer is 20001, and the rest is done [T; format K]. */
function updateStatus(network: TiktokNetwork, call: Call, what: What): Reply {
  const { stage, shelf } = network;
  const body = bodyOf(network, STATUS_UPDATES[what], call);
  const advertiser = advertiserOf(network, call, body.advertiser_id);
  const ids = body[`${what}_ids`] as readonly string[];
  const known = ids.filter((id) => shelf.get(what, id, advertiser.id));
  if (known.length === 0) refuse(stage, 40_002, `${what}_ids: none of them exists`);
  for (const id of known) {
    if (body.operation_status === "DELETE") shelf.remove(id);
    else shelf.change(id, { enabled: body.operation_status === "ENABLE" });
  }
  computeTiktok(network);
  const data = { [`${what}_ids`]: known, status: textOf(body.operation_status) };
  if (known.length === ids.length) return ok(stage, data);
  return reply(stage, 20_001, "Partial success", data);
}

/** Deleted entities no longer appear in any list. */
function list(network: TiktokNetwork, call: Call, what: What): Reply {
  const advertiser = advertiserOf(network, call, call.query.get("advertiser_id"));
  const filtering = queryJson(network, call, "filtering");
  const asked = isObject(filtering) ? filtering : {};
  const unknown = Object.keys(asked).find(
    (key) => ![`${what}_ids`, "campaign_ids", "adgroup_ids", "ad_ids", `${what}_name`].includes(key),
  );
  if (unknown !== undefined) refuse(network.stage, 40_002, `filtering.${unknown}: is not simulated`);
  const has = (key: string, value: string | null) =>
    !Array.isArray(asked[key]) || (asked[key] as readonly unknown[]).includes(value);
  const all = network.shelf.ofAccount(what, advertiser.id).filter((kept) => {
    const group = what === "ad" ? kept.parent : kept.id;
    const campaign =
      what === "campaign"
        ? kept.id
        : what === "adgroup"
          ? kept.parent
          : (network.shelf.find("adgroup", kept.parent ?? "")?.parent ?? null);
    const named =
      typeof asked[`${what}_name`] !== "string" || (kept.name ?? "").includes(textOf(asked[`${what}_name`]));
    return (
      named &&
      has("campaign_ids", campaign) &&
      (what === "campaign" || has("adgroup_ids", group)) &&
      (what !== "ad" || has("ad_ids", kept.id))
    );
  });
  return paged(
    network,
    call,
    all.map((kept) => viewOf(network, network.shelf.read(kept))),
  );
}

function viewOf(network: TiktokNetwork, kept: StoredEntity): WireObject {
  const { request_id: _, operation_status: __, ...fields } = kept.fields;
  const up =
    kept.what === "ad"
      ? { adgroup_id: kept.parent ?? "", campaign_id: network.shelf.find("adgroup", kept.parent ?? "")?.parent ?? "" }
      : {};
  const own = { ...fields, advertiser_id: kept.account, [`${kept.what}_id`]: kept.id, ...up };
  const status = {
    operation_status: kept.enabled ? "ENABLE" : "DISABLE",
    secondary_status: secondaryOf(network, kept),
  };
  const times = { create_time: clockText(kept.madeAt), modify_time: clockText(kept.changedAt) };
  const verdict = kept.what === "ad" ? network.stage.review.verdict(kept.id, network.stage.now()) : null;
  const refused = verdict?.state === "rejected" ? { reject_reason: verdict.reason } : {};
  return network.stage.shown(kept.id, { ...own, ...status, ...refused, ...times });
}

const clockText = (time: Date) => time.toISOString().slice(0, 19).replace("T", " ");

/** From an older list [T], which should be checked again. */
function secondaryOf({ stage, shelf, advertisers }: TiktokNetwork, kept: StoredEntity): string {
  const prefix = `${kept.what.toUpperCase()}_STATUS`;
  if (!kept.enabled) return `${prefix}_DISABLE`;
  if (kept.what === "campaign") return `${prefix}_ENABLE`;
  const group = kept.what === "ad" ? shelf.find("adgroup", kept.parent ?? "") : kept;
  const campaign = shelf.find("campaign", group?.parent ?? "");
  if (campaign?.enabled === false) return `${prefix}_CAMPAIGN_DISABLE`;
  if (group?.enabled === false) return `${prefix}_ADGROUP_DISABLE`;
  if (advertisers.find(({ id }) => id === kept.account)?.status === "STATUS_LIMIT") return `${prefix}_BALANCE_EXCEED`;
  if (kept.what === "ad") {
    const { state } = stage.review.verdict(kept.id, stage.now());
    if (state !== "approved") return `${prefix}_${state === "pending" ? "AUDIT" : "AUDIT_DENY"}`;
  }
  const [start, end] = [timeOf(group?.fields.schedule_start_time), timeOf(group?.fields.schedule_end_time)];
  if (start && start > stage.now()) return `${prefix}_NOT_START`;
  return end && end <= stage.now() ? `${prefix}_TIME_DONE` : `${prefix}_DELIVERY_OK`;
}
