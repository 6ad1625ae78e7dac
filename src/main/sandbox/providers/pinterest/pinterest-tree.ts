import type { z } from "zod";
import { type Call, jsonOf, type Reply, type Routes, respond, type Wire, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { Ad, AdGroup, Board, Campaign, Media, Pin } from "./pinterest-bodies.ts";
import {
  type AdAccount,
  accountOf,
  computePinterest,
  guarded,
  type PinterestNetwork,
  paged,
  readBody,
  readItem,
  refuse,
} from "./pinterest-network.ts";

interface Level {
  readonly what: "campaign" | "ad_group" | "ad";
  readonly many: string;
  readonly parent: "campaign_id" | "ad_group_id" | null;
  readonly body: z.ZodType;
}

const LEVELS: readonly Level[] = [
  { what: "campaign", many: "campaigns", parent: null, body: Campaign },
  { what: "ad_group", many: "ad_groups", parent: "campaign_id", body: AdGroup },
  { what: "ad", many: "ads", parent: "ad_group_id", body: Ad },
];
const PARENT_WHAT = { campaign_id: "campaign", ad_group_id: "ad_group" } as const;
const MOST = 30;
const PROCESSING_MS = 20_000;
export const UPLOADS = "pinterest-media-upload.synthetic-pinterest.example";

export function treeRoutes(network: PinterestNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {};
  for (const level of LEVELS) {
    const path = `/v5/ad_accounts/{account}/${level.many}`;
    routes[`POST ${path}`] = guarded(network, "ads:write", (call) =>
      write(network, call, (account, item) => create(network, account, level, item)),
    );
    routes[`PATCH ${path}`] = guarded(network, "ads:write", (call) =>
      write(network, call, (account, item) => update(network, account, level, item)),
    );
    routes[`GET ${path}`] = guarded(network, "ads:read", (call) => {
      const ids = (key: string) => call.query.getAll(key).flatMap((one) => one.split(","));
      const all = network.shelf.ofAccount(level.what, accountOf(network, call).id).filter((kept) => {
        const [own, above] = [ids(`${level.what}_ids`), level.parent === null ? [] : ids(`${level.parent}s`)];
        return (own.length === 0 || own.includes(kept.id)) && (above.length === 0 || above.includes(kept.parent ?? ""));
      });
      return paged(
        call,
        all.map((kept) => viewOf(network, network.shelf.read(kept))),
      );
    });
    routes[`GET ${path}/{id}`] = guarded(network, "ads:read", (call) => {
      const kept = network.shelf.get(level.what, call.params.id ?? "", accountOf(network, call).id);
      return kept
        ? respond(200, viewOf(network, network.shelf.read(kept)))
        : refuse(404, 4_180, `${level.what} not found.`);
    });
  }
  return routes;
}

/** Takes an array, and answers 200 with `items[]{data,exceptions[]}`, in which partial failures are hidden [S]. */
function write(
  network: PinterestNetwork,
  call: Call,
  one: (account: AdAccount, item: Wire) => StoredEntity | string,
): Reply {
  const account = accountOf(network, call);
  const body = jsonOf(call);
  if (!Array.isArray(body) || body.length === 0 || body.length > MOST)
    refuse(400, 1, `Invalid request: the body must be an array of 1 to ${MOST}`);
  const items = (body as readonly Wire[]).map((item) => one(account, item));
  computePinterest(network);
  return respond(200, {
    items: items.map((item) =>
      typeof item === "string"
        ? { data: null, exceptions: [{ code: 2_388, message: item }] }
        : { data: viewOf(network, item), exceptions: [] },
    ),
  });
}

/** ACTIVE by default [K]. Two entities may have the same name [?]. */
function create(network: PinterestNetwork, account: AdAccount, level: Level, item: Wire): StoredEntity | string {
  const { stage, shelf } = network;
  const fields = readItem(network, level.body, item);
  if (typeof fields === "string") return fields;
  const wrong = check(network, account, level, fields);
  if (wrong !== null) return wrong;
  const name = typeof fields.name === "string" ? fields.name : null;
  const parent = level.parent === null ? null : textOf(fields[level.parent]);
  const kept = shelf.add({
    what: level.what,
    id: stage.ids.digits(18),
    account: account.id,
    parent,
    name,
    enabled: (fields.status ?? "ACTIVE") === "ACTIVE",
    fields,
  });
  if (level.what === "ad")
    stage.review.handIn(kept.id, `${name ?? ""} ${shelf.get("pin", textOf(fields.pin_id))?.name ?? ""}`, stage.now());
  return kept;
}

function check(
  { shelf }: PinterestNetwork,
  account: AdAccount,
  { what, parent }: Level,
  fields: WireObject,
): string | null {
  if (fields.ad_account_id !== undefined && fields.ad_account_id !== account.id)
    return "ad_account_id is not that of the path";
  if (parent !== null && !shelf.get(PARENT_WHAT[parent], textOf(fields[parent]), account.id))
    return `${parent}: not found`;
  return what === "ad" && !shelf.get("pin", textOf(fields.pin_id)) ? "pin_id: not found" : null;
}

/** The billable event and the budget type cannot change once the draft is published [S]. */
function update(network: PinterestNetwork, account: AdAccount, level: Level, item: Wire): StoredEntity | string {
  const { shelf } = network;
  const known = isObject(item) ? shelf.get(level.what, textOf(item.id), account.id) : undefined;
  if (!known || !isObject(item)) return `${level.what} not found`;
  for (const frozen of ["billable_event", "budget_type"]) {
    if (item[frozen] !== undefined && item[frozen] !== known.fields[frozen] && known.fields.status !== "DRAFT")
      return `${frozen} can not be changed`;
  }
  const fields = readItem(network, level.body, { ...known.fields, ...item });
  if (typeof fields === "string") return fields;
  const wrong = check(network, account, level, fields);
  if (wrong !== null) return wrong;
  const changed = shelf.change(known.id, {
    fields,
    name: typeof fields.name === "string" ? fields.name : null,
    enabled: (fields.status ?? "ACTIVE") === "ACTIVE",
  });
  if (fields.status === "ARCHIVED") shelf.remove(known.id);
  return changed;
}

/** `status` and `summary_status` [S]. */
function viewOf({ stage, shelf }: PinterestNetwork, kept: StoredEntity): WireObject {
  const status = typeof kept.fields.status === "string" ? kept.fields.status : "ACTIVE";
  const above =
    kept.parent === null ? undefined : (shelf.find("campaign", kept.parent) ?? shelf.find("ad_group", kept.parent));
  const now = stage.now().getTime() / 1_000;
  const { start_time: start, end_time: end } = kept.fields;
  let summary = status === "ACTIVE" && above?.enabled !== false ? "RUNNING" : status === "ACTIVE" ? "PAUSED" : status;
  if (summary === "RUNNING" && typeof start === "number" && start > now) summary = "NOT_STARTED";
  if (summary === "RUNNING" && typeof end === "number" && end <= now) summary = "COMPLETED";
  const verdict = kept.what === "ad" ? stage.review.verdict(kept.id, stage.now()) : null;
  // The names of the review's fields are [K].
  const review = verdict
    ? {
        review_status: { pending: "PENDING", approved: "APPROVED", rejected: "REJECTED" }[verdict.state],
        rejected_reasons: verdict.state === "rejected" ? [verdict.reason] : [],
        rejection_labels: [],
      }
    : {};
  if (verdict && verdict.state !== "approved" && summary === "RUNNING")
    summary = verdict.state === "pending" ? "PENDING" : "REJECTED";
  const campaign = kept.what === "ad" ? { campaign_id: shelf.find("ad_group", kept.parent ?? "")?.parent ?? "" } : {};
  const times = {
    created_time: Math.floor(kept.madeAt.getTime() / 1_000),
    updated_time: Math.floor(kept.changedAt.getTime() / 1_000),
  };
  return stage.shown(kept.id, {
    ...kept.fields,
    id: kept.id,
    ad_account_id: kept.account,
    ...campaign,
    status,
    summary_status: summary,
    ...review,
    ...times,
    type: kept.what.replace("_", ""),
  });
}

/** Boards, pins and media [S]. */
export function pinRoutes(network: PinterestNetwork): Routes {
  const { stage, shelf } = network;
  const add = adder(network);
  return {
    "GET /v5/boards": guarded(network, "boards:read", (call) =>
      paged(
        call,
        shelf.all("board").map(({ id, fields }) => ({ ...fields, id })),
      ),
    ),
    "POST /v5/boards": guarded(network, "boards:write", (call) => {
      const body = readBody(network, Board, call);
      // Duplicate names are refused [K].
      if (shelf.all("board").some(({ name }) => name === body.name))
        refuse(400, 58, "You already have a board with this name.");
      return respond(201, { ...body, id: add("board", textOf(body.name), body).id });
    }),
    "GET /v5/boards/{board}/pins": guarded(network, "boards:read", (call) => {
      const pins = shelf.all("pin").filter(({ fields }) => fields.board_id === call.params.board);
      return paged(
        call,
        pins.map(({ id, fields }) => ({ ...fields, id })),
      );
    }),
    "POST /v5/pins": guarded(network, "pins:write", (call) => {
      const body = readBody(network, Pin, call);
      if (!shelf.get("board", textOf(body.board_id))) refuse(404, 40, "Board not found.");
      const source = isObject(body.media_source) ? body.media_source : {};
      const media = source.source_type === "video_id" ? shelf.get("media", textOf(source.media_id)) : undefined;
      if (source.source_type === "video_id" && mediaStatus(stage, media) !== "succeeded")
        refuse(400, 1, "Invalid request: the media is not ready");
      const pin = add("pin", typeof body.title === "string" ? body.title : null, body);
      return respond(201, { ...body, id: pin.id, created_at: pin.madeAt.toISOString() });
    }),
    "GET /v5/pins/{id}": guarded(network, "pins:read", ({ params }) => {
      const pin = shelf.get("pin", params.id ?? "");
      return pin ? respond(200, { ...shelf.read(pin).fields, id: pin.id }) : refuse(404, 50, "Pin not found.");
    }),
  };
}

/** The form from `POST /media`, with the file as its last field. */
export function uploadRoutes({ stage, shelf }: PinterestNetwork): Routes {
  return {
    "POST /": ({ parts }) => {
      const media = shelf.get("media", parts.get("key")?.bytes.toString().split("/")[1] ?? "");
      const file = parts.get("file");
      if (!media || !file || file.bytes.length === 0) return refuse(403, 0, "AccessDenied");
      const kept = shelf.change(media.id, { fields: { ...media.fields, uploadedAt: stage.now().toISOString() } });
      stage.ledger.note(stage.now(), "uploaded", kept);
      return { status: 204, headers: {}, body: Buffer.alloc(0) };
    },
  };
}

type Add = (what: string, name: string | null, fields: WireObject) => StoredEntity;

function adder({ stage, shelf }: PinterestNetwork): Add {
  return (what, name, fields) =>
    shelf.add({ what, id: stage.ids.digits(18), account: "user", parent: null, name, enabled: false, fields });
}

export function mediaRoutes(network: PinterestNetwork): Routes {
  const { stage, shelf } = network;
  const add = adder(network);
  return {
    "POST /v5/media": guarded(network, "pins:write", (call) => {
      const media = add("media", null, readBody(network, Media, call));
      return respond(201, {
        media_id: media.id,
        media_type: "video",
        upload_url: `https://${UPLOADS}/`,
        upload_parameters: { key: `uploads/${media.id}`, policy: "synthetic", "x-amz-signature": "synthetic" },
      });
    }),
    "GET /v5/media/{id}": guarded(network, "pins:read", ({ params }) => {
      const media = shelf.get("media", params.id ?? "");
      return media
        ? respond(200, { media_id: media.id, media_type: "video", status: mediaStatus(stage, media) })
        : refuse(404, 4_195, "Media not found.");
    }),
  };
}

function mediaStatus(stage: PinterestNetwork["stage"], media: StoredEntity | undefined): string {
  const at = media?.fields.uploadedAt;
  if (typeof at !== "string") return "registered";
  return stage.now().getTime() < new Date(at).getTime() + PROCESSING_MS ? "processing" : "succeeded";
}
