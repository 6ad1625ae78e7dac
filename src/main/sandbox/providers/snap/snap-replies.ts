import type { Fault } from "../frame/checked.ts";
import { type Call, Refusal, type Reply, respond, type WireObject } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import type { Stage } from "../frame/stage.ts";

/** The result for one item of a batch: the item itself, or why it was refused. */
export type Item = { readonly ok: true; readonly value: WireObject } | { readonly ok: false; readonly reason: string };

/** `{request_status, request_id, debug_message, display_message, error_code}` [T lava.so]; no list of the codes was found [?]. */
function errorOf(stage: Stage, status: number, code: string, message: string): Reply {
  return respond(status, {
    request_status: "ERROR",
    request_id: stage.ids.hex(20),
    debug_message: message,
    display_message: "We're sorry, but the request cannot be completed as it is (synthetic).",
    error_code: code,
  });
}

export function refuse(stage: Stage, status: number, code: string, message: string): never {
  throw new Refusal(errorOf(stage, status, code, message));
}

export const missing = (stage: Stage) => errorOf(stage, 404, "E1005", "Resource can not be found");
export const throttled = (stage: Stage) => errorOf(stage, 429, "E1008", "Too many requests");

/**
 * A batch is answered with HTTP 200 whatever the results of its items, and with `ERROR` if none succeeded [T k0va1, lava.so]. That it is
 * `PARTIAL` if only some did is [K].
 */
export function batchOf(stage: Stage, many: string, one: string, items: readonly Item[], paging?: WireObject): Reply {
  const good = items.filter(({ ok }) => ok).length;
  const status = good === items.length ? "SUCCESS" : good === 0 ? "ERROR" : "PARTIAL";
  return respond(200, {
    request_status: status,
    request_id: stage.ids.hex(20),
    ...(paging && { paging }),
    [many]: items.map((item) =>
      item.ok
        ? { sub_request_status: "SUCCESS", [one]: item.value }
        : { sub_request_status: "ERROR", sub_request_error_reason: item.reason },
    ),
  });
}

export function reasonOf(faults: readonly Fault[]): string {
  return faults
    .map(({ field, kind, message }) => `${field || "body"}: ${kind === "missing" ? "is required" : message}`)
    .join("; ");
}

const MIN_PAGE = 50;
const MAX_PAGE = 1_000;

/** `paging.next_link` and a `limit` of 50 to 1000 [O api-patterns]; the default is [?], so the minimum is used. */
export function pagedBatch(stage: Stage, call: Call, many: string, one: string, all: readonly WireObject[]): Reply {
  const limit = Number(call.query.get("limit") ?? MIN_PAGE);
  if (!Number.isInteger(limit) || limit < MIN_PAGE || limit > MAX_PAGE)
    refuse(stage, 400, "E1001", "limit must be between 50 and 1000");
  const offset = Number(Buffer.from(call.query.get("cursor") ?? "MA", "base64url").toString("utf8"));
  if (!Number.isInteger(offset)) refuse(stage, 400, "E1001", "cursor is invalid");
  const page = all.slice(offset, offset + limit);
  const next = new URL(call.url);
  next.searchParams.set("limit", textOf(limit));
  next.searchParams.set("cursor", Buffer.from(textOf(offset + limit)).toString("base64url"));
  const paging = offset + limit < all.length ? { next_link: next.href } : undefined;
  return batchOf(
    stage,
    many,
    one,
    page.map((value) => ({ ok: true, value })),
    paging,
  );
}
