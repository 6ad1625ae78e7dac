import { createHmac } from "node:crypto";
import {
  bearerOf,
  type Call,
  formOf,
  type Handler,
  jsonOf,
  type Reply,
  respond,
  type WireObject,
} from "../frame/exchange.ts";
import { isObject, parseJson, textOf, type Wire } from "../frame/json.ts";
import { computeLines, perDay, placesOf } from "../frame/lines.ts";
import type { Authority } from "../frame/oauth/authority.ts";
import { cursorOf, offsetOf, pageOf } from "../frame/page.ts";
import { Shelf, type StoredEntity } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";
import { refuse } from "./meta-errors.ts";

export interface MetaAccount {
  /** Without `act_`. */
  readonly id: string;
  readonly view: WireObject;
  readonly currency: string;
  readonly zone: string;
  readonly mayRun: boolean;
}

export interface MetaNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly userId: string;
  readonly accounts: readonly MetaAccount[];
  readonly pages: readonly WireObject[];
}

/** 1 active, 2 disabled, 3 unsettled [O]. */
const STANDING = { active: 1, disabled: 2, unpaid: 3 } as const;

export function openNetwork(stage: Stage, authority: Authority): MetaNetwork {
  const { ids } = stage;
  const businesses = new Map(stage.accounts.map(({ organisation }) => [organisation, ids.digits(16)]));
  const accounts = stage.accounts.map(({ name, currency, zone, organisation, standing, test }): MetaAccount => {
    const id = ids.digits(17);
    const business = { id: businesses.get(organisation) ?? "", name: organisation };
    const view = {
      id: `act_${id}`,
      account_id: id,
      name,
      account_status: STANDING[standing],
      currency,
      timezone_name: zone,
      business,
      min_daily_budget: Number(leastDaily(currency)),
      is_sandbox: test,
    };
    return { id, view, currency, zone, mayRun: standing === "active" && !test };
  });
  const pages = ["Synthetic page", "Synthetic second page"].map((name) => ({
    id: ids.digits(15),
    name,
    tasks: ["ADVERTISE"],
  }));
  const network = { stage, shelf: new Shelf(stage), authority, userId: ids.digits(17), accounts, pages };
  stage.changed = () => computeMeta(network);
  return network;
}

/**
 * The factor is 1 for currencies that are counted in whole units, and 100 for all others, including dinars, which have three decimals [O
 * currencies].
 */
const WHOLE = ["CLP", "COP", "CRC", "HUF", "IDR", "ISK", "JPY", "KRW", "PYG", "TWD", "VND"];

function offsetIn(currency: string): bigint {
  return WHOLE.includes(currency) ? 1n : 100n;
}

/** In minor units. The amounts were chosen; the call that returns them is [O minimum_budgets]. */
export function leastDaily(currency: string): bigint {
  return offsetIn(currency) === 1n ? 150n : 100n;
}

export function computeMeta({ stage, shelf, accounts }: MetaNetwork): void {
  computeLines(stage, shelf, {
    line: "adset",
    ad: "ad",
    reviewedId: ({ id }) => id,
    place: placesOf(accounts),
    flight(line) {
      const campaign = shelf.get("campaign", line.parent ?? "");
      const currency = accounts.find(({ id }) => id === line.account)?.currency ?? "USD";
      const from = timeOf(line.fields.start_time) ?? line.madeAt;
      const until = timeOf(line.fields.end_time);
      const micros = (value: unknown) => (typeof value === "bigint" ? (value * 1_000_000n) / offsetIn(currency) : null);
      const share = BigInt(Math.max(1, shelf.under("adset", line.parent ?? "").length));
      const budgetOf = (fields: WireObject) => {
        const lifetime = micros(fields.lifetime_budget);
        return lifetime !== null && until ? perDay(lifetime, from, until) : micros(fields.daily_budget);
      };
      const dailyMicros = budgetOf(line.fields) ?? (budgetOf(campaign?.fields ?? {}) ?? 0n) / share;
      return { from, until, dailyMicros, cpmMicros: 0n };
    },
  });
}

export function timeOf(value: unknown): Date | null {
  if (typeof value === "number") return new Date(value * 1_000);
  if (typeof value !== "string") return null;
  if (/^\d+$/.test(value)) return new Date(Number(value) * 1_000);
  return new Date(value.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
}

/** The parameters come as JSON, or as a form whose values may be JSON [K]. */
export function paramsOf(call: Call): Record<string, Wire> {
  const json = (call.headers["content-type"] ?? "").startsWith("application/json") ? jsonOf(call) : undefined;
  const given: [string, Wire][] = isObject(json)
    ? Object.entries(json).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as [string, Wire]]))
    : [
        ...call.query,
        ...formOf(call),
        ...[...call.parts]
          .filter(([, { fileName }]) => fileName === null)
          .map(([key, { bytes }]) => [key, bytes.toString()] as const),
      ].map(([key, value]) => [key, nested(value)]);
  return Object.fromEntries(given.filter(([key]) => !["access_token", "appsecret_proof", "fields"].includes(key)));
}

function nested(text: string): Wire {
  if (!/^[[{]/.test(text)) return text;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** An application may require the proof; a wrong one is refused in any case [K]. */
function proofOf(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("hex");
}

/**
 * The token may be in the header, the query or the form. Code 190 with subcode 463 means that it has expired, 460 or 458 that it was
 * revoked [O; subcodes K].
 */
export function guarded({ stage, authority }: MetaNetwork, handler: Handler): Handler {
  return (call) => {
    const token = bearerOf(call) ?? call.query.get("access_token") ?? formOf(call).get("access_token") ?? "";
    const proof = call.query.get("appsecret_proof");
    if (proof !== null && proof !== proofOf(token, authority.application.clientSecret))
      refuse(stage, 100, "Invalid appsecret_proof provided in the API argument");
    const grant = authority.holder(token, call.now);
    if (grant === "expired")
      refuse(stage, 190, "Error validating access token: Session has expired", { error_subcode: 463 }, 401);
    if (grant === "revoked")
      refuse(
        stage,
        190,
        "Error validating access token: The user has not authorized application",
        { error_subcode: 458 },
        401,
      );
    if (typeof grant === "string")
      refuse(stage, 190, "Invalid OAuth access token - Cannot parse access token", {}, 401);
    const needed = call.method === "GET" ? ["ads_read", "ads_management"] : ["ads_management"];
    if (
      !needed.some((scope) => grant.scopes.includes(scope)) &&
      !call.path.includes("/me") &&
      !call.path.endsWith("/permissions")
    )
      refuse(stage, 200, `Requires ${needed.join(" or ")} permission to manage the object`, {}, 403);
    return handler(call);
  };
}

export function accountOf({ stage, accounts }: MetaNetwork, { params }: Call): MetaAccount {
  const account = accounts.find(({ id }) => `act_${id}` === `act_${params.account}`);
  if (!account) refuse(stage, 200, "Ad account owner has NOT grant ads_management or ads_read permission", {}, 403);
  return account;
}

const PAGE = 25;
const MAX_PAGE = 500;

/** Cursors and `next` are [K]; 25 objects unless `limit` says otherwise. Only the requested fields and the id are returned. */
export function listOf(network: MetaNetwork, call: Call, views: readonly WireObject[], own = true): Reply {
  const limit = Math.min(MAX_PAGE, Number(call.query.get("limit") ?? PAGE) || PAGE);
  const after = call.query.get("after");
  const offset = after === null || after === "" ? 0 : offsetOf(after);
  if (offset === null) refuse(network.stage, 100, "Invalid cursors values");
  const { items, next } = pageOf(views, offset ?? 0, limit);
  const following = new URL(call.url);
  following.searchParams.set("after", cursorOf(next ?? 0));
  const cursors = { before: cursorOf(offset ?? 0), after: cursorOf((offset ?? 0) + items.length) };
  const paging = { cursors, ...(next !== null && { next: following.href }) };
  const data = own ? items.map((view) => chosen(network, call, view)) : items;
  return respond(200, { data, ...(items.length > 0 && { paging }) });
}

export function chosen({ stage }: MetaNetwork, { query }: Call, view: WireObject): WireObject {
  const fields = (query.get("fields") ?? "id")
    .split(/,(?![^{]*\})/)
    .map((field) => (field.split("{", 1)[0] ?? "").trim())
    .filter((field) => field !== "");
  const known = new Set([...Object.keys(view), ...OPTIONAL]);
  const unknown = fields.find((field) => !known.has(field));
  if (unknown !== undefined) refuse(stage, 100, `Tried accessing nonexisting field (${unknown})`);
  return Object.fromEntries(
    ["id", ...fields].flatMap((field) => (view[field] === undefined ? [] : [[field, view[field]]])),
  );
}

/** Fields that an object may have, and that are omitted if it does not. */
const OPTIONAL = new Set([
  "daily_budget",
  "lifetime_budget",
  "spend_cap",
  "bid_amount",
  "bid_strategy",
  "start_time",
  "stop_time",
  "end_time",
  "issues_info",
  "ad_review_feedback",
  "promoted_object",
  "buying_type",
  "budget_remaining",
  "instagram_business_account",
  "created_time",
  "updated_time",
  "is_adset_budget_sharing_enabled",
  "name",
  "category",
  "access_token",
  "amount_spent",
  "disable_reason",
  "timezone_offset_hours_utc",
  "spend_cap",
  "special_ad_categories",
  "url_tags",
  "title",
  "picture",
]);

function stateOf({ shelf, stage }: MetaNetwork, kept: StoredEntity): WireObject {
  const stated = typeof kept.fields.status === "string" ? kept.fields.status : "ACTIVE";
  const configured = kept.removed ? "DELETED" : stated;
  if (configured !== "ACTIVE")
    return { status: configured, configured_status: configured, effective_status: configured };
  const parent =
    kept.parent === null ? undefined : (shelf.find("adset", kept.parent) ?? shelf.find("campaign", kept.parent));
  const above =
    parent === undefined || parent.parent === null ? parent : (shelf.find("campaign", parent.parent) ?? parent);
  const blocked = above && !above.enabled ? "CAMPAIGN_PAUSED" : parent && !parent.enabled ? "ADSET_PAUSED" : null;
  const verdict = kept.what === "ad" ? stage.review.verdict(kept.id, stage.now()) : null;
  const feedback = verdict?.state === "rejected" ? { ad_review_feedback: { global: { POLICY: verdict.reason } } } : {};
  const reviewed =
    verdict?.state === "rejected" ? "DISAPPROVED" : verdict?.state === "pending" ? "PENDING_REVIEW" : null;
  return {
    status: configured,
    configured_status: configured,
    effective_status: reviewed ?? blocked ?? "ACTIVE",
    ...feedback,
  };
}

export function viewOf(network: MetaNetwork, kept: StoredEntity): WireObject {
  const account = kept.account;
  const up =
    kept.what === "adset"
      ? { campaign_id: kept.parent ?? "" }
      : kept.what === "ad"
        ? { adset_id: kept.parent ?? "", campaign_id: network.shelf.find("adset", kept.parent ?? "")?.parent ?? "" }
        : {};
  const text = Object.entries(kept.fields).map(([key, value]) => [
    key,
    typeof value === "bigint" ? textOf(value) : value,
  ]);
  const state = ["campaign", "adset", "ad"].includes(kept.what) ? stateOf(network, kept) : {};
  const times = { created_time: kept.madeAt.toISOString(), updated_time: kept.changedAt.toISOString() };
  return network.stage.shown(kept.id, {
    ...Object.fromEntries(text),
    id: kept.id,
    account_id: account,
    ...up,
    ...times,
    ...state,
  });
}
