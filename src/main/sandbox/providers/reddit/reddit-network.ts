import type { z } from "zod";
import { checkedBody } from "../frame/checked.ts";
import {
  bearerOf,
  type Call,
  type Handler,
  jsonOf,
  Refusal,
  type Reply,
  respond,
  type WireObject,
} from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { computeLines, perDay, placesInUtc } from "../frame/lines.ts";
import type { Authority } from "../frame/oauth/authority.ts";
import { cursorOf, offsetOf, pageOf } from "../frame/page.ts";
import { Shelf } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";

export interface RedditAccount {
  readonly id: string;
  readonly businessId: string;
  readonly view: WireObject;
  readonly currency: string;
  readonly zone: string;
  readonly mayRun: boolean;
}

export interface RedditNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly businesses: readonly WireObject[];
  readonly accounts: readonly RedditAccount[];
  readonly profiles: readonly WireObject[];
}

/** [T]. */
const APPROVAL = { active: "VALID", disabled: "SUSPENDED", unpaid: "NEEDS_ID_VERIFICATION" } as const;

export function openNetwork(stage: Stage, authority: Authority): RedditNetwork {
  const { ids } = stage;
  const businesses = [...new Set(stage.accounts.map(({ organisation }) => organisation))].map((name) => ({
    id: ids.uuid(),
    name,
  }));
  const accounts = stage.accounts.map(({ name, currency, zone, organisation, standing, test }): RedditAccount => {
    const id = `a2_${ids.hex(9)}`;
    const businessId = textOf(businesses.find((one) => one.name === organisation)?.id);
    const view = {
      id,
      name,
      currency,
      time_zone_id: zone,
      admin_approval: APPROVAL[standing],
      business_id: businessId,
      type: "MANAGED",
    };
    return { id, businessId, view, currency, zone, mayRun: standing === "active" && !test };
  });
  const profiles = accounts.map(({ id }) => ({ id: `t2_${ids.hex(9)}`, name: "synthetic_profile", ad_account_id: id }));
  const network = { stage, shelf: new Shelf(stage), authority, businesses, accounts, profiles };
  stage.changed = () => computeReddit(network);
  return network;
}

export function computeReddit({ stage, shelf, accounts }: RedditNetwork): void {
  computeLines(stage, shelf, {
    line: "ad_group",
    ad: "ad",
    reviewedId: ({ id }) => id,
    // Days are in UTC unless a report sets another time zone [T].
    place: placesInUtc(accounts),
    flight(line) {
      const campaign = shelf.get("campaign", line.parent ?? "");
      const { start_time: start, end_time: end, bid_value: bid, bid_type: type } = line.fields;
      const from = typeof start === "string" ? new Date(start) : line.madeAt;
      const until = typeof end === "string" ? new Date(end) : null;
      const own = typeof line.fields.goal_value === "bigint";
      const goal = own ? line.fields : (campaign?.fields ?? {});
      const share = own ? 1n : BigInt(Math.max(1, shelf.under("ad_group", line.parent ?? "").length));
      const micros = typeof goal.goal_value === "bigint" ? goal.goal_value / share : 0n;
      return {
        from,
        until,
        dailyMicros: goal.goal_type === "LIFETIME_SPEND" && until ? perDay(micros, from, until) : micros,
        cpmMicros: type === "CPM" && typeof bid === "bigint" ? bid : 0n,
      };
    },
  });
}

/** `{error{code?,message,fields[{field,message}]}}` [T]. */
export function errorOf(
  status: number,
  message: string,
  fields: readonly WireObject[] = [],
  headers: Record<string, string> = {},
): Reply {
  return respond(status, { error: { code: status, message, ...(fields.length > 0 && { fields }) } }, headers);
}

export function refuse(status: number, message: string): never {
  throw new Refusal(errorOf(status, message));
}

export const throttled = (): Reply => errorOf(429, "Too Many Requests");

/** Which scope a call needs is [K]. */
export function guarded({ authority }: RedditNetwork, handler: Handler): Handler {
  return (call) => {
    if ((call.headers["user-agent"] ?? "") === "") return errorOf(429, "Too Many Requests: a User-Agent is required");
    const grant = authority.holder(bearerOf(call) ?? "", call.now);
    if (typeof grant === "string") return errorOf(401, "Unauthorized");
    const needed = call.method === "GET" || call.path.endsWith("/reports") ? "adsread" : "adsedit";
    return grant.scopes.includes(needed) ? handler(call) : errorOf(403, `Forbidden: the scope ${needed} is missing`);
  };
}

export function accountOf({ accounts }: RedditNetwork, { params }: Call): RedditAccount {
  return accounts.find(({ id }) => id === params.account) ?? refuse(404, "The ad account was not found");
}

/** Everything is inside `data` [T]. How unknown fields are treated is [?], so the ledger records them. */
export function bodyOf({ stage }: RedditNetwork, schema: z.ZodType, call: Call, over: WireObject = {}): WireObject {
  const raw = jsonOf(call);
  if (!isObject(raw) || !isObject(raw.data)) return refuse(400, "the body must be {data: {…}}");
  const body = checkedBody(schema, { ...over, ...raw.data }, stage.ledger);
  if (body.ok) return body.value;
  const fields = body.faults.map(({ field, kind, message }) => ({
    field: `data.${field}`,
    message: kind === "missing" ? "This field is required" : message,
  }));
  throw new Refusal(errorOf(400, "Your request has invalid parameters", fields));
}

/** `pagination.next_url` has to be followed unchanged [T]; page sizes are [K]. */
export function paged(call: Call, all: readonly WireObject[]): Reply {
  const size = Number(call.query.get("page.size") ?? 100);
  const token = call.query.get("page.token");
  const offset = token === null ? 0 : offsetOf(token);
  if (offset === null || !(size >= 1 && size <= 1_000)) return refuse(400, "the page is not valid");
  const { items, next } = pageOf(all, offset, size);
  const url = new URL(call.url);
  url.searchParams.set("page.token", cursorOf(next ?? 0));
  return respond(200, { data: items, pagination: { next_url: next === null ? null : url.href, previous_url: null } });
}
