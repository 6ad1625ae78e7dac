import type { z } from "zod";
import { type Call, Refusal, type Reply, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { Action, Ad, AdSet, Campaign } from "./spotify-bodies.ts";
import {
  accountOf,
  bodyOf,
  computeSpotify,
  errorOf,
  guarded,
  paged,
  refuse,
  type SpotifyNetwork,
  storedEntityOf,
} from "./spotify-network.ts";

interface Level {
  readonly what: "campaign" | "ad_set" | "ad";
  readonly many: string;
  readonly body: z.ZodType;
  readonly parent: "campaign_id" | "ad_set_id" | null;
}

const LEVELS: readonly Level[] = [
  { what: "campaign", many: "campaigns", body: Campaign, parent: null },
  { what: "ad_set", many: "ad_sets", body: AdSet, parent: "campaign_id" },
  { what: "ad", many: "ads", body: Ad, parent: "ad_set_id" },
];
const PARENT_WHAT = { campaign_id: "campaign", ad_set_id: "ad_set" } as const;
const HOME = "/ads/v3/ad_accounts/{account}";

/** Live entities, which cannot be deleted, and drafts, which have no effect until they are published [S]. */
export function treeRoutes(network: SpotifyNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {
    [`POST ${HOME}/drafts/campaigns/{id}`]: guarded(network, (call) => act(network, call)),
  };
  for (const level of LEVELS) {
    for (const draft of [false, true]) {
      const path = `${HOME}/${draft ? "drafts/" : ""}${level.many}`;
      const kind = draft ? `draft_${level.what}` : level.what;
      routes[`POST ${path}`] = guarded(network, (call) => create(network, call, level, draft));
      routes[`GET ${path}`] = guarded(network, (call) => {
        const all = network.shelf.ofAccount(kind, accountOf(network, call).id).filter((kept) => isAsked(call, kept));
        return paged(
          network,
          call,
          level.many,
          all.map((kept) => viewOf(network, network.shelf.read(kept))),
        );
      });
      routes[`GET ${path}/{id}`] = guarded(network, (call) =>
        respond(200, viewOf(network, network.shelf.read(storedEntityOf(network, kind, call)))),
      );
      routes[`PATCH ${path}/{id}`] = guarded(network, (call) => update(network, call, level, draft));
    }
    routes[`DELETE ${HOME}/drafts/${level.many}/{id}`] = guarded(network, (call) => {
      network.shelf.remove(storedEntityOf(network, `draft_${level.what}`, call).id);
      return { status: 204, headers: {}, body: Buffer.alloc(0) };
    });
  }
  return routes;
}

/** `campaign_ids`, `ad_set_ids` and `name` [K]. */
function isAsked({ query }: Call, kept: StoredEntity): boolean {
  const parents = [...query.getAll("campaign_ids"), ...query.getAll("ad_set_ids")];
  const named = query.get("name");
  return (
    (parents.length === 0 || parents.includes(kept.parent ?? kept.id)) &&
    (named === null || (kept.name ?? "").includes(named))
  );
}

function create(network: SpotifyNetwork, call: Call, level: Level, draft: boolean): Reply {
  const { stage, shelf } = network;
  const account = accountOf(network, call);
  const body = bodyOf(network, level.body, call);
  const parent = level.parent === null ? null : textOf(body[level.parent]);
  const above = level.parent === null ? null : `${draft ? "draft_" : ""}${PARENT_WHAT[level.parent]}`;
  if (parent !== null && above !== null && !shelf.get(above, parent, account.id))
    refuse(stage, 400, "INVALID_FIELD", `${level.parent}: not found`);
  if (!draft) {
    const faults = level.what === "ad" ? adFaults(network, account.id, body) : [];
    if (faults[0] !== undefined) refuse(stage, 400, "INVALID_FIELD", faults[0]);
  }
  const id = stage.ids.uuid();
  const kept = shelf.add({
    what: draft ? `draft_${level.what}` : level.what,
    id,
    account: account.id,
    parent,
    name: textOf(body.name),
    enabled: !draft && isOn(body),
    fields: body,
  });
  if (!draft) submitForReview(network, kept);
  computeSpotify(network);
  return respond(draft ? 200 : 201, viewOf(network, kept));
}

/** On by default [?]: the stricter assumption. */
const isOn = ({ status, delivery }: WireObject) => (status ?? "ACTIVE") === "ACTIVE" && (delivery ?? "ON") === "ON";

function submitForReview({ stage }: SpotifyNetwork, { what, id, name }: StoredEntity): void {
  if (what === "ad") stage.review.handIn(id, name ?? "", stage.now());
}

/** An update needs at least one field [S]. */
function update(network: SpotifyNetwork, call: Call, level: Level, draft: boolean): Reply {
  const { stage, shelf } = network;
  const kept = storedEntityOf(network, draft ? `draft_${level.what}` : level.what, call);
  if (call.body.toString().replace(/\s/g, "") === "{}") refuse(stage, 400, "INVALID_FIELD", "give at least one field");
  const body = bodyOf(network, level.body, call, kept.fields);
  const changed = shelf.change(kept.id, { fields: body, name: textOf(body.name), enabled: !draft && isOn(body) });
  if (level.what === "ad" && !draft && JSON.stringify(body.assets) !== JSON.stringify(kept.fields.assets))
    submitForReview(network, changed);
  computeSpotify(network);
  return respond(200, viewOf(network, changed));
}

/** The version of a draft's whole tree. Every change in the tree changes it, so it is fetched right before publishing [S]. */
function versionOf({ shelf }: SpotifyNetwork, campaign: StoredEntity): string {
  const sets = shelf.under("draft_ad_set", campaign.id);
  const tree = [campaign, ...sets, ...sets.flatMap(({ id }) => shelf.under("draft_ad", id))];
  return tree
    .map(
      ({ id, fields }) =>
        `${id.slice(0, 4)}${JSON.stringify(fields, (_, one: unknown) => (typeof one === "bigint" ? textOf(one) : one)).length}`,
    )
    .join("-");
}

function act(network: SpotifyNetwork, call: Call): Reply {
  const { stage, shelf } = network;
  const draft = storedEntityOf(network, "draft_campaign", call);
  const { action, draft_hierarchy_version: version } = bodyOf(network, Action, call);
  if (textOf(version) !== versionOf(network, draft))
    throw new Refusal(errorOf(stage, 409, "VERSION_CONFLICT", "draft_hierarchy_version is not the current one"));
  const sets = shelf.under("draft_ad_set", draft.id);
  const ads = sets.flatMap(({ id }) => shelf.under("draft_ad", id));
  const errors = [
    ...(sets.length === 0 ? [{ validation_entity_id: draft.id, message: "The campaign has no ad set" }] : []),
    ...sets
      .filter(({ id }) => shelf.under("draft_ad", id).length === 0)
      .map(({ id }) => ({ validation_entity_id: id, message: "The ad set has no ad" })),
    ...ads.flatMap((ad) =>
      adFaults(network, ad.account, ad.fields).map((message) => ({ validation_entity_id: ad.id, message })),
    ),
  ];
  if (errors.length > 0)
    throw new Refusal(
      errorOf(stage, 400, "VALIDATION_FAILED", "The draft is not valid", { validation_errors: errors }),
    );
  if (action === "VALIDATE") return respond(200, { id: draft.id, validation_errors: [] });
  // That entities keep their ids when they go live is [?].
  for (const one of [...ads, ...sets, draft]) shelf.remove(one.id);
  for (const one of [draft, ...sets, ...ads]) {
    const kept = shelf.add({ ...one, what: one.what.replace("draft_", ""), enabled: isOn(one.fields) });
    submitForReview(network, kept);
  }
  computeSpotify(network);
  return respond(200, { id: draft.id, campaign_id: draft.id, status: "PUBLISHED" });
}

function adFaults({ shelf }: SpotifyNetwork, account: string, { assets, ad_set_id: set }: WireObject): string[] {
  const given = isObject(assets) ? assets : {};
  const faults = Object.entries(given).flatMap(([field, id]) => {
    const asset = shelf.get("asset", textOf(id), account);
    return asset?.fields.uploaded === true ? [] : [`assets.${field}: the asset is not there or not uploaded`];
  });
  const format = (shelf.get("ad_set", textOf(set)) ?? shelf.get("draft_ad_set", textOf(set)))?.fields.asset_format;
  // Audio requires a companion [S].
  if (format === "AUDIO" && given.companion_asset_id === undefined)
    faults.push("assets.companion_asset_id: is required for audio");
  return faults;
}

function viewOf(network: SpotifyNetwork, kept: StoredEntity): WireObject {
  const { stage } = network;
  const times = { created_at: kept.madeAt.toISOString(), updated_at: kept.changedAt.toISOString() };
  const draft = kept.what === "draft_campaign" ? { draft_hierarchy_version: versionOf(network, kept) } : {};
  const set =
    kept.what === "campaign"
      ? { status: kept.fields.status ?? "ACTIVE" }
      : kept.what.startsWith("draft_")
        ? {}
        : { delivery: kept.enabled ? "ON" : "OFF" };
  const verdict = kept.what === "ad" ? stage.review.verdict(kept.id, stage.now()) : null;
  // The terms of a review are [K].
  const review = verdict
    ? {
        status: { pending: "PENDING", approved: "APPROVED", rejected: "REJECTED" }[verdict.state],
        ...(verdict.state === "rejected" && { reject_reason: verdict.reason }),
      }
    : {};
  return stage.shown(kept.id, { ...kept.fields, id: kept.id, ...set, ...review, ...times, ...draft });
}
