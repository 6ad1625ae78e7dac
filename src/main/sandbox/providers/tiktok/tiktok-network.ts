import type { z } from "zod";
import { checkedBody } from "../frame/checked.ts";
import {
  type Call,
  type Handler,
  jsonOf,
  Refusal,
  type Reply,
  respond,
  type Wire,
  type WireObject,
} from "../frame/exchange.ts";
import { parseJson, textOf } from "../frame/json.ts";
import { computeLines, perDay, placesOf } from "../frame/lines.ts";
import type { Authority } from "../frame/oauth/authority.ts";
import { Shelf, type StoredEntity } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";

export interface Advertiser {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly status: string;
  readonly mayRun: boolean;
}

export interface TiktokNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly advertisers: readonly Advertiser[];
  readonly identities: readonly WireObject[];
}

/** The values of `status` are [K]. */
const STATUS = { active: "STATUS_ENABLE", disabled: "STATUS_DISABLE", unpaid: "STATUS_LIMIT" } as const;

export function openNetwork(stage: Stage, authority: Authority): TiktokNetwork {
  const advertisers = stage.accounts.map(({ name, currency, zone, standing, test }) => ({
    id: stage.ids.digits(19),
    name,
    currency,
    zone,
    status: STATUS[standing],
    mayRun: standing === "active" && !test,
  }));
  const identities = [
    { identity_id: stage.ids.uuid(), identity_type: "CUSTOMIZED_USER", display_name: "Synthetic identity" },
  ];
  const network = { stage, shelf: new Shelf(stage), authority, advertisers, identities };
  stage.changed = () => computeTiktok(network);
  return network;
}

export function computeTiktok({ stage, shelf, advertisers }: TiktokNetwork): void {
  computeLines(stage, shelf, {
    line: "adgroup",
    ad: "ad",
    reviewedId: ({ id }) => id,
    place: placesOf(advertisers),
    flight: (line) => flightOf(shelf, line),
  });
}

function flightOf(shelf: Shelf, line: StoredEntity) {
  const campaign = shelf.get("campaign", line.parent ?? "");
  const from = timeOf(line.fields.schedule_start_time) ?? line.madeAt;
  const until = timeOf(line.fields.schedule_end_time);
  const above = campaign?.fields.budget_optimize_on === true;
  const { budget, budget_mode: mode } = (above ? campaign?.fields : line.fields) ?? {};
  const share = above ? BigInt(Math.max(1, shelf.under("adgroup", line.parent ?? "").length)) : 1n;
  const micros = microsOf(budget) / share;
  const bid = microsOf(line.fields.bid_price);
  return {
    from,
    until,
    dailyMicros: mode === "BUDGET_MODE_TOTAL" && until ? perDay(micros, from, until) : micros,
    cpmMicros: line.fields.billing_event === "CPM" ? bid : 0n,
  };
}

export function timeOf(value: unknown): Date | null {
  return typeof value === "string" ? new Date(`${value.replace(" ", "T")}Z`) : null;
}

/** Computed from the number's shortest decimal form, which is what was sent. */
function microsOf(value: unknown): bigint {
  const [whole = "0", part = ""] = textOf(value ?? 0).split(".");
  return BigInt(whole) * 1_000_000n + BigInt(part.slice(0, 6).padEnd(6, "0"));
}

/** The HTTP status is always 200 [T quoting O]. */
export function reply(stage: Stage, code: number, message: string, data: Wire = {}): Reply {
  return respond(200, { code, message, request_id: stage.ids.digits(20), data });
}

export const ok = (stage: Stage, data: Wire) => reply(stage, 0, "OK", data);

export function refuse(stage: Stage, code: number, message: string): never {
  throw new Refusal(reply(stage, code, message));
}

/** `Access-Token`, not `Bearer` [S]. Code 40104 is for a missing token, 40105 for an invalid one; which is which is [K]. */
export function guarded(network: TiktokNetwork, handler: Handler): Handler {
  return (call) => {
    const { stage, authority } = network;
    const token = call.headers["access-token"];
    if (token === undefined) refuse(stage, 40_104, "Access token is empty. Please add it to the header.");
    const grant = authority.holder(token, call.now);
    if (typeof grant === "string") refuse(stage, 40_105, "Access token is incorrect or has been revoked.");
    return handler(call);
  };
}

/** Only the advertisers that the user chose on the consent page. */
export function advertiserOf({ stage, authority, advertisers }: TiktokNetwork, call: Call, id: unknown): Advertiser {
  const grant = authority.holder(call.headers["access-token"] ?? "", call.now);
  const chosen = typeof grant === "string" ? [] : (grant.accounts ?? []);
  const found = advertisers.find((one) => one.id === id && chosen.includes(one.id));
  if (!found) refuse(stage, 40_001, `No permission to operate advertiser ${textOf(id)}`);
  return found;
}

/** How unknown fields are treated is [?], so the ledger records them. */
export function bodyOf({ stage }: TiktokNetwork, schema: z.ZodType, call: Call): WireObject {
  const body = checkedBody(schema, jsonOf(call), stage.ledger);
  if (body.ok) return body.value;
  const [fault] = body.faults;
  return refuse(
    stage,
    40_002,
    `${fault?.field || "body"}: ${fault?.kind === "missing" ? "Missing data for required field." : fault?.message}`,
  );
}

/** Lists and objects in a query are JSON [S]. */
export function queryJson({ stage }: TiktokNetwork, call: Call, name: string): Wire | undefined {
  const text = call.query.get(name);
  if (text === null) return undefined;
  try {
    return parseJson(text);
  } catch {
    return refuse(stage, 40_002, `${name}: must be JSON`);
  }
}

/** `page` counts from 1, `page_size` goes up to 1000 [S]; the default is ten [K]. */
export function paged({ stage }: TiktokNetwork, call: Call, all: readonly WireObject[]): Reply {
  const [page, size] = [Number(call.query.get("page") ?? 1), Number(call.query.get("page_size") ?? 10)];
  if (!(Number.isInteger(page) && page >= 1)) refuse(stage, 40_002, "page: must be at least 1");
  if (!(Number.isInteger(size) && size >= 1 && size <= 1_000))
    refuse(stage, 40_002, "page_size: must be between 1 and 1000");
  const info = { page, page_size: size, total_number: all.length, total_page: Math.ceil(all.length / size) };
  return ok(stage, { list: all.slice((page - 1) * size, page * size), page_info: info });
}
