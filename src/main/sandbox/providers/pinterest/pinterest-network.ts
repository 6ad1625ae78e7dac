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
  type Wire,
  type WireObject,
} from "../frame/exchange.ts";
import { computeLines, perDay, placesInUtc } from "../frame/lines.ts";
import type { Authority } from "../frame/oauth/authority.ts";
import { cursorOf, offsetOf, pageOf } from "../frame/page.ts";
import { Shelf } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";

export interface AdAccount {
  readonly id: string;
  readonly view: WireObject;
  readonly currency: string;
  readonly mayRun: boolean;
}

export interface PinterestNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly accounts: readonly AdAccount[];
}

export function openNetwork(stage: Stage, authority: Authority): PinterestNetwork {
  const owners = new Map(stage.accounts.map(({ organisation }) => [organisation, stage.ids.digits(18)]));
  const accounts = stage.accounts.map(({ name, currency, country, organisation, standing, test }) => {
    const id = stage.ids.digits(18);
    const owner = { id: owners.get(organisation) ?? "", username: organisation.toLowerCase().replaceAll(" ", "") };
    const permissions = standing === "disabled" ? ["ANALYST"] : ["OWNER"];
    return {
      id,
      view: { id, name, country, currency, owner, permissions, created_time: 1_700_000_000 },
      currency,
      mayRun: standing === "active" && !test,
    };
  });
  const network = { stage, shelf: new Shelf(stage), authority, accounts };
  stage.changed = () => computePinterest(network);
  return network;
}

export function computePinterest({ stage, shelf, accounts }: PinterestNetwork): void {
  computeLines(stage, shelf, {
    line: "ad_group",
    ad: "ad",
    reviewedId: ({ id }) => id,
    // Days are in UTC unless another time zone is set [O changelog].
    place: placesInUtc(accounts),
    flight(line) {
      const campaign = shelf.get("campaign", line.parent ?? "");
      const time = (value: unknown) => (typeof value === "number" ? new Date(value * 1_000) : null);
      const from = time(line.fields.start_time) ?? line.madeAt;
      const until = time(line.fields.end_time);
      const shared = line.fields.budget_type === "CBO_ADGROUP";
      const share = shared ? BigInt(Math.max(1, shelf.under("ad_group", line.parent ?? "").length)) : 1n;
      const amount = shared ? (campaign?.fields.daily_spend_cap ?? 0n) : line.fields.budget_in_micro_currency;
      const micros = typeof amount === "bigint" ? amount / share : 0n;
      const bid = line.fields.bid_in_micro_currency;
      const cpm = line.fields.billable_event === "IMPRESSION" && typeof bid === "bigint" ? bid : 0n;
      return {
        from,
        until,
        dailyMicros: line.fields.budget_type === "LIFETIME" && until ? perDay(micros, from, until) : micros,
        cpmMicros: cpm,
      };
    },
  });
}

/** `{code:int,message}` [S]. */
export function errorOf(status: number, code: number, message: string, headers: Record<string, string> = {}): Reply {
  return respond(status, { code, message }, headers);
}

export function refuse(status: number, code: number, message: string): never {
  throw new Refusal(errorOf(status, code, message));
}

/** Code 8 is for throttling, 2 and 3 for tokens, 29 for permissions [K]. */
export const throttled = (): Reply =>
  errorOf(429, 8, "You have exceeded your rate limit. Try again later.", { "x-ratelimit-reset": "5" });

export function guarded({ authority }: PinterestNetwork, scope: string, handler: Handler): Handler {
  return (call) => {
    const grant = authority.holder(bearerOf(call) ?? "", call.now);
    if (typeof grant === "string") refuse(401, 2, "Authentication failed.");
    if (!grant.scopes.includes(scope)) refuse(401, 3, `Authorization failed. Missing: ['${scope}']`);
    return handler(call);
  };
}

export function accountOf({ accounts }: PinterestNetwork, { params, method }: Call): AdAccount {
  const account = accounts.find(({ id }) => id === params.account);
  if (!account) refuse(403, 29, "You are not permitted to access that resource.");
  const mayWrite = Array.isArray(account.view.permissions) && account.view.permissions.includes("OWNER");
  if (method !== "GET" && !mayWrite) refuse(403, 29, "You are not permitted to access that resource.");
  return account;
}

/** How unknown fields are treated is [?], so the ledger records them. Returns the error text, or what was read. */
export function readItem({ stage }: PinterestNetwork, schema: z.ZodType, item: Wire | undefined): WireObject | string {
  const body = checkedBody(schema, item, stage.ledger);
  if (body.ok) return body.value;
  const [fault] = body.faults;
  return `${fault?.field}: ${fault?.kind === "missing" ? "is required" : fault?.message}`;
}

export function readBody(network: PinterestNetwork, schema: z.ZodType, call: Call): WireObject {
  const body = readItem(network, schema, jsonOf(call));
  return typeof body === "string" ? refuse(400, 1, `Invalid request: ${body}`) : body;
}

/** `bookmark`, and `page_size` up to 250 [S]; 25 by default [K]. */
export function paged(call: Call, all: readonly WireObject[]): Reply {
  const size = Number(call.query.get("page_size") ?? 25);
  if (!(Number.isInteger(size) && size >= 1 && size <= 250))
    refuse(400, 1, "Invalid request: page_size must be between 1 and 250");
  const bookmark = call.query.get("bookmark");
  const offset = bookmark === null || bookmark === "" ? 0 : offsetOf(bookmark);
  if (offset === null) refuse(400, 1, "Invalid request: bookmark is not valid");
  const { items, next } = pageOf(all, offset, size);
  return respond(200, { items, bookmark: next === null ? null : cursorOf(next) });
}
