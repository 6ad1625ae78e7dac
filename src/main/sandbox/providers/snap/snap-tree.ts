import type { z } from "zod";
import { checkedBody } from "../frame/checked.ts";
import { type Call, jsonOf, type Reply, type Routes, type Wire, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { Ad, AdSquad, Campaign, Creative } from "./snap-bodies.ts";
import { accountOf, computeSnap, guarded, type SnapNetwork, storedEntityOf } from "./snap-network.ts";
import { batchOf, type Item, pagedBatch, reasonOf, refuse } from "./snap-replies.ts";
import { viewOf } from "./snap-views.ts";

/** A level of the tree: the names of its collections, and its parent. */
interface Level {
  readonly what: string;
  readonly many: string;
  readonly one: string;
  readonly body: z.ZodType;
  /** The account and the parent, from the parent in the path. */
  parent(network: SnapNetwork, call: Call): { readonly account: string; readonly parent: string | null };
  /** Checks what cannot be seen from the body alone. */
  check?(network: SnapNetwork, account: string, parent: string | null, body: WireObject): string | null;
}

const ofAccount: Level["parent"] = (network, { params }) => ({
  account: accountOf(network, params.id ?? "").id,
  parent: null,
});
const under =
  (what: string): Level["parent"] =>
  (network, call) => {
    const { account, id } = storedEntityOf(network, what, call);
    return { account, parent: id };
  };

const LEVELS: Readonly<Record<string, Level>> = {
  "adaccounts/{id}/campaigns": {
    what: "campaign",
    many: "campaigns",
    one: "campaign",
    body: Campaign,
    parent: ofAccount,
  },
  "campaigns/{id}/adsquads": {
    what: "adsquad",
    many: "adsquads",
    one: "adsquad",
    body: AdSquad,
    parent: under("campaign"),
  },
  "adsquads/{id}/ads": { what: "ad", many: "ads", one: "ad", body: Ad, parent: under("adsquad"), check: checkAd },
  "adaccounts/{id}/creatives": {
    what: "creative",
    many: "creatives",
    one: "creative",
    body: Creative,
    parent: ofAccount,
    check: checkCreative,
  },
};

export function treeRoutes(network: SnapNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {};
  for (const [path, level] of Object.entries(LEVELS)) {
    routes[`POST /v1/${path}`] = guarded(network, (call) => write(network, call, level, createOne));
    routes[`PUT /v1/${path}`] = guarded(network, (call) => write(network, call, level, replaceOne));
    routes[`GET /v1/${path}`] = guarded(network, (call) => list(network, call, level));
    routes[`GET /v1/${level.many}/{id}`] = guarded(network, (call) => {
      const kept = network.shelf.read(storedEntityOf(network, level.what, call));
      return batchOf(network.stage, level.many, level.one, [{ ok: true, value: viewOf(network, kept) }]);
    });
    // [T k0va1]; for the levels below campaigns it is [K].
    routes[`DELETE /v1/${level.many}/{id}`] = guarded(network, (call) => {
      network.shelf.remove(storedEntityOf(network, level.what, call).id);
      computeSnap(network);
      return batchOf(network.stage, level.many, level.one, []);
    });
    // Lists for a whole account [K].
    if (!path.startsWith("adaccounts"))
      routes[`GET /v1/adaccounts/{id}/${level.many}`] = guarded(network, (call) =>
        pagedBatch(
          network.stage,
          call,
          level.many,
          level.one,
          viewsOf(network, network.shelf.ofAccount(level.what, accountOf(network, call.params.id ?? "").id)),
        ),
      );
  }
  return routes;
}

function list(network: SnapNetwork, call: Call, level: Level): Reply {
  const { account, parent } = level.parent(network, call);
  const all = parent === null ? network.shelf.ofAccount(level.what, account) : network.shelf.under(level.what, parent);
  return pagedBatch(network.stage, call, level.many, level.one, viewsOf(network, all));
}

function viewsOf(network: SnapNetwork, all: readonly StoredEntity[]): WireObject[] {
  return all.map((kept) => viewOf(network, network.shelf.read(kept)));
}

type WriteOne = (
  network: SnapNetwork,
  level: Level,
  place: { account: string; parent: string | null },
  item: Wire,
) => Item;

function write(network: SnapNetwork, call: Call, level: Level, one: WriteOne): Reply {
  const body = jsonOf(call);
  const items = isObject(body) ? body[level.many] : undefined;
  if (!Array.isArray(items) || items.length === 0)
    refuse(network.stage, 400, "E1001", `the body must have a list of ${level.many}`);
  const place = level.parent(network, call);
  const done = (items as readonly Wire[]).map((item) => one(network, level, place, item));
  computeSnap(network);
  return batchOf(network.stage, level.many, level.one, done);
}

const createOne: WriteOne = (network, level, place, item) => {
  const read = readOne(network, level, place, item);
  if (typeof read === "string") return { ok: false, reason: read };
  const { stage, shelf } = network;
  const id = stage.ids.uuid();
  // Two entities may have the same name: there is no idempotency key, and no check of names is documented [?].
  const kept = shelf.add({
    ...place,
    id,
    what: level.what,
    name: textOf(read.name),
    enabled: read.status === "ACTIVE",
    fields: read,
  });
  if (level.what === "ad") stage.review.handIn(id, nameOfReviewed(network, read), stage.now());
  return { ok: true, value: viewOf(network, kept) };
};

/** The entity replaces the previous one completely: fields that are omitted are lost [K]. */
const replaceOne: WriteOne = (network, level, place, item) => {
  const id = isObject(item) && typeof item.id === "string" ? item.id : "";
  const before = network.shelf.get(level.what, id, place.account);
  if (!before) return { ok: false, reason: `${level.one} ${id} can not be found` };
  const read = readOne(network, level, place, item);
  if (typeof read === "string") return { ok: false, reason: read };
  const { stage, shelf } = network;
  const kept = shelf.change(id, { name: textOf(read.name), enabled: read.status === "ACTIVE", fields: read });
  if (level.what === "ad" && before.fields.creative_id !== read.creative_id)
    stage.review.handIn(id, nameOfReviewed(network, read), stage.now());
  return { ok: true, value: viewOf(network, kept) };
};

/** Fields that a complete entity contains, but that Snap computes itself. */
const COMPUTED_FIELDS = new Set([
  "id",
  "created_at",
  "updated_at",
  "delivery_status",
  "review_status",
  "review_status_reasons",
]);

function readOne(
  network: SnapNetwork,
  level: Level,
  place: { account: string; parent: string | null },
  item: Wire,
): WireObject | string {
  // How Snap treats unknown fields is [?], so the ledger records them.
  const read = checkedBody(level.body, item, network.stage.ledger);
  if (!read.ok) return reasonOf(read.faults);
  const fields: WireObject = Object.fromEntries(
    Object.entries(read.value).filter(([field]) => !COMPUTED_FIELDS.has(field)),
  );
  if (fields.ad_account_id !== undefined && fields.ad_account_id !== place.account) return "ad_account_id is another's";
  if (fields.campaign_id !== undefined && fields.campaign_id !== place.parent)
    return "campaign_id is not that of the path";
  const { start_time: start, end_time: end } = fields;
  if (typeof start === "string" && typeof end === "string" && new Date(end) <= new Date(start))
    return "end_time must be after start_time";
  return level.check?.(network, place.account, place.parent, fields) ?? fields;
}

function checkAd({ shelf }: SnapNetwork, account: string, parent: string | null, ad: WireObject): string | null {
  if (ad.ad_squad_id !== parent) return "ad_squad_id is not that of the path";
  return shelf.get("creative", textOf(ad.creative_id), account) ? null : "creative_id can not be found";
}

function checkCreative({ shelf }: SnapNetwork, account: string, _: string | null, creative: WireObject): string | null {
  const media = shelf.get("media", textOf(creative.top_snap_media_id), account);
  if (!media) return "top_snap_media_id can not be found";
  if (media.fields.media_status !== "READY") return "top_snap_media_id has no file yet";
  return creative.type === "WEB_VIEW" && !creative.web_view_properties ? "web_view_properties: is required" : null;
}

/** Reviewed under both the creative's name and the ad's, so that a test can refuse by either. */
function nameOfReviewed({ shelf }: SnapNetwork, ad: WireObject): string {
  return `${textOf(ad.name)} ${shelf.get("creative", textOf(ad.creative_id))?.name ?? ""}`;
}
