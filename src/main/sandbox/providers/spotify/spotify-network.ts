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
import { pageOf } from "../frame/page.ts";
import { Shelf, type StoredEntity } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";

export interface SpotifyAccount {
  readonly id: string;
  readonly businessId: string;
  readonly view: WireObject;
  readonly currency: string;
  readonly mayRun: boolean;
}

export interface SpotifyNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly businesses: readonly WireObject[];
  readonly accounts: readonly SpotifyAccount[];
  /** Whether the operator has accepted the API's terms for the client [O quick-start]. */
  readonly termsAccepted: boolean;
}

/** [S]. */
const STANDING = { active: "ACTIVE", disabled: "INACTIVE", unpaid: "GREY_LISTED" } as const;

export function openNetwork(stage: Stage, authority: Authority, termsAccepted: boolean): SpotifyNetwork {
  const names = [...new Set(stage.accounts.map(({ organisation }) => organisation))];
  const businesses = names.map((name) => ({ id: stage.ids.uuid(), name }));
  const accounts = stage.accounts.map(({ name, currency, country, organisation, standing, test }) => {
    const id = stage.ids.uuid();
    const businessId = textOf(businesses.find((one) => one.name === organisation)?.id);
    const view = {
      id,
      name,
      country_code: country,
      currency_code: currency,
      status: STANDING[standing],
      status_reason: null,
      ad_account_role: "ADMIN",
      business_id: businessId,
    };
    return { id, businessId, view, currency, mayRun: standing === "active" && !test };
  });
  const network = { stage, shelf: new Shelf(stage), authority, businesses, accounts, termsAccepted };
  stage.changed = () => computeSpotify(network);
  return network;
}

export function computeSpotify({ stage, shelf, accounts }: SpotifyNetwork): void {
  computeLines(stage, shelf, {
    line: "ad_set",
    ad: "ad",
    reviewedId: ({ id }) => id,
    // Days are in UTC [S].
    place: placesInUtc(accounts),
    flight({ fields, madeAt }) {
      const from = typeof fields.start_time === "string" ? new Date(fields.start_time) : madeAt;
      const until = typeof fields.end_time === "string" ? new Date(fields.end_time) : null;
      const micros =
        isObject(fields.budget) && typeof fields.budget.micro_amount === "bigint" ? fields.budget.micro_amount : 0n;
      const lifetime = isObject(fields.budget) && fields.budget.type === "LIFETIME" && until;
      const bid = typeof fields.bid_micro_amount === "bigint" ? fields.bid_micro_amount : 0n;
      return { from, until, dailyMicros: lifetime ? perDay(micros, from, lifetime) : micros, cpmMicros: bid };
    },
  });
}

/** The error format in the specification [S]. */
export function errorOf(stage: Stage, status: number, code: string, message: string, more: WireObject = {}): Reply {
  return respond(status, {
    sp_trace_id: stage.ids.hex(16),
    messages: [message],
    error_codes: [{ code, definition: message }],
    ...more,
  });
}

/** The error format in the guide ⚠: it is used for tokens and limits, so that adapters meet both formats. */
export function guideError(status: number, message: string, headers: Record<string, string> = {}): Reply {
  return respond(status, { error: { message, code: status } }, headers);
}

export function refuse(stage: Stage, status: number, code: string, message: string): never {
  throw new Refusal(errorOf(stage, status, code, message));
}

export function guarded(network: SpotifyNetwork, handler: Handler): Handler {
  return (call) => {
    const grant = network.authority.holder(bearerOf(call) ?? "", call.now);
    if (typeof grant === "string")
      return guideError(401, grant === "expired" ? "The access token expired" : "Invalid access token");
    if (!network.termsAccepted)
      return guideError(403, "The API terms have not been accepted for this client id and ad account");
    return handler(call);
  };
}

export function accountOf({ stage, accounts }: SpotifyNetwork, { params }: Call): SpotifyAccount {
  const account = accounts.find(({ id }) => id === params.account);
  if (!account) refuse(stage, 403, "FORBIDDEN", "You do not have access to this ad account");
  return account;
}

export function storedEntityOf(network: SpotifyNetwork, what: string, call: Call): StoredEntity {
  const kept = network.shelf.get(what, call.params.id ?? "", accountOf(network, call).id);
  return kept ?? refuse(network.stage, 404, "NOT_FOUND", `${what} not found`);
}

/** How unknown fields are treated is [?], so the ledger records them. */
export function bodyOf({ stage }: SpotifyNetwork, schema: z.ZodType, call: Call, over: WireObject = {}): WireObject {
  const raw = jsonOf(call);
  if (!isObject(raw)) refuse(stage, 400, "INVALID_JSON", "The body must be a JSON object");
  const body = checkedBody(schema, { ...over, ...raw }, stage.ledger);
  if (body.ok) return body.value;
  const [fault] = body.faults;
  return refuse(
    stage,
    400,
    "INVALID_FIELD",
    `${fault?.field || "body"}: ${fault?.kind === "missing" ? "is required" : fault?.message}`,
  );
}

/** `limit` up to 50, and `offset` [S]; the name of the field with the total is [K]. */
export function paged({ stage }: SpotifyNetwork, call: Call, key: string, all: readonly WireObject[]): Reply {
  const [limit, offset] = [Number(call.query.get("limit") ?? 50), Number(call.query.get("offset") ?? 0)];
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 50 && Number.isInteger(offset) && offset >= 0))
    refuse(stage, 400, "INVALID_FIELD", "limit must be between 1 and 50, offset at least 0");
  return respond(200, {
    [key]: pageOf(all, offset, limit).items,
    paging: { page_size: limit, offset, total_results: all.length },
  });
}
