import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { apisOf, type Operation } from "../../../ground/kernel/operation.ts";
import { MOUNTS } from "../../http/mount.ts";
import { type Guide, SIDES } from "../../reference/index.ts";
import type { Call } from "./call.ts";
import { elsewhere, placesOf, readPath } from "./path.ts";
import type { Routes } from "./routes.ts";
import { queryOf } from "./wire-query.ts";

/** An operation with the content of a request to it, as the HTTP server would have parsed it. */
export interface AddressedOperation {
  readonly op: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

/** Throws `NotFound` with the closest match, and `Forbidden` for a path that the caller may not use. */
export function findOperation(call: Call, routes: Routes, guide: Guide): AddressedOperation {
  const { method, path } = "operation" in call.target ? placeOf(call.target.operation, routes, guide) : call.target;
  const filled = fill(path, call);
  const { segments, query } = readPath(filled.path, guide.side);
  const places = placesOf(segments, guide.side);
  for (const place of places) {
    const routed = routes.find(method, place);
    if (routed) return { ...routed, query: { ...query, ...queryOf(filled.rest), ...queryOf(call.query) } };
  }
  if (places.some(([, , mount]) => SIDES.some((side) => side === mount && side !== guide.side)))
    throw elsewhere("belongs to another side's API", guide.side);
  throw nothingAt(`${method} ${filled.path.split("?")[0]}`, guide);
}

function placeOf(name: string, routes: Routes, guide: Guide): { method: string; path: string } {
  const op = routes.named(name);
  if (!op) throw nothingAt(name, guide);
  return { method: op.method, path: MOUNTS[apisOf(op)[0] ?? "platform"] + op.path };
}

/** Inserts values where the path has `{name}` or `:name`; `rest` contains the values that were not used. */
function fill(path: string, { pathParams, params }: Call): { path: string; rest: Call["params"] } {
  const rest = { ...params };
  const filled = path.replaceAll(/(?<=\/)(?:\{(\w+)\}|:(\w+))(?=\/|\?|$)/g, (_, braced?: string, colon?: string) => {
    const name = braced ?? colon ?? "";
    const value = pathParams[name] ?? rest[name];
    delete rest[name];
    if (typeof value !== "string" && typeof value !== "number")
      throw new Invalid(`pathParams.${name}: this path needs it, as a string or a number`, {
        field: `pathParams.${name}`,
      });
    return encodeURIComponent(String(value).toWellFormed());
  });
  return { path: filled, rest };
}

const NEAREST = 3;
const PEOPLE = { buyer: "buyers", storefront: "sellers", operator: "operators" } as const;

function nothingAt(what: string, guide: Guide): NotFound {
  const nearest = guide.find(what).slice(0, NEAREST);
  const lines = nearest.map(({ capability: { op, method, path } }) => `${op.id} (${method} ${path})`);
  const advice =
    lines.length > 0 ? `the nearest are ${lines.join(", ")}` : "ask_about_capability lists what is available";
  return new NotFound(`there is no ${JSON.stringify(what.slice(0, 200))} for ${PEOPLE[guide.side]}: ${advice}`, {
    details: { nearest: nearest.map(({ capability: { op, method, path } }) => ({ operation: op.id, method, path })) },
  });
}
