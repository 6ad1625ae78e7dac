import type { FastifyRequest } from "fastify";
import { HEADER_MISMATCH, INVALID_PARAMS, ProtocolFault, UNSUPPORTED_VERSION } from "./fault.ts";
import { isObject, type Params } from "./message.ts";

/**
 * Revisions that begin with `initialize`, the newest first. Our answers are the same for all of them. Streams and batches of the two
 * oldest, for which published clients of Interchange were written, are not supported.
 */
export const LEGACY: readonly string[] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

/** Revisions without a handshake: each request states its own protocol version. */
export const MODERN: readonly string[] = ["2026-07-28"];

export const SUPPORTED: readonly string[] = [...MODERN, ...LEGACY];

type Headers = FastifyRequest["headers"];

/** A request's protocol version, in the terms of 2026-07-28, Versioning. */
export type ProtocolEra = "modern" | "legacy";

/** The field in which 2026-07-28 puts a request's metadata. */
const META = "_meta";
const VERSION = "io.modelcontextprotocol/protocolVersion";
const CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

/** The revision in the result of `initialize`: the client's own, or the newest one that has `initialize`. */
export function negotiate(asked: unknown): string {
  return LEGACY.find((version) => version === asked) ?? LEGACY[0] ?? "";
}

/** Throws `ProtocolFault` for a revision that is not supported, and for a modern request whose headers or `_meta` are incomplete. */
export function protocolEraOf(headers: Headers, method: string, params: Params): ProtocolEra {
  const given = params[META];
  const meta = isObject(given) ? given : {};
  const reported = headers["mcp-protocol-version"];
  const version = meta[VERSION];
  // Some clients already send their newest revision while they negotiate an older one.
  if (method === "initialize" && version === undefined) return "legacy";
  const claimed = version ?? reported;
  if (claimed === undefined) return "legacy";
  if (reported !== undefined && version !== undefined && reported !== version)
    throw mismatch("MCP-Protocol-Version", reported, version);
  if (typeof claimed !== "string" || !SUPPORTED.includes(claimed)) throw unsupported(claimed);
  if (LEGACY.includes(claimed)) return "legacy";
  requireWhole(headers, meta, method, params);
  return "modern";
}

/** The part of a request that its header `Mcp-Name` repeats. */
const NAMED_IN: Readonly<Record<string, string>> = {
  "tools/call": "name",
  "prompts/get": "name",
  "resources/read": "uri",
};

function requireWhole(headers: Headers, meta: Params, method: string, params: Params): void {
  if (typeof meta[VERSION] !== "string") throw missing(VERSION);
  if (!isObject(meta[CAPABILITIES])) throw missing(CAPABILITIES);
  const named = Object.hasOwn(NAMED_IN, method) ? NAMED_IN[method] : undefined;
  const mirrored: readonly (readonly [string, unknown])[] = [
    ["MCP-Protocol-Version", meta[VERSION]],
    ["Mcp-Method", method],
    ...(named ? [["Mcp-Name", params[named]] as const] : []),
  ];
  for (const [name, expected] of mirrored) {
    const given = headers[name.toLowerCase()];
    if (decoded(given) !== expected) throw mismatch(name, given, expected);
  }
}

/** A value that a plain header cannot contain is encoded as `=?base64?…?=`. */
function decoded(header: string | string[] | undefined): unknown {
  const [, base64] = typeof header === "string" ? (/^=\?base64\?(.*)\?=$/.exec(header) ?? []) : [];
  return base64 === undefined ? header : Buffer.from(base64, "base64").toString();
}

function missing(field: string): ProtocolFault {
  return new ProtocolFault(INVALID_PARAMS, `params.${META}: every request carries ${field}`, { status: 400 });
}

function mismatch(header: string, given: unknown, expected: unknown): ProtocolFault {
  const reported = given === undefined ? "is missing" : `is ${JSON.stringify(given)}`;
  const message = `the header ${header} ${reported}, but the message says ${JSON.stringify(expected)}`;
  return new ProtocolFault(HEADER_MISMATCH, message, { status: 400 });
}

function unsupported(requested: unknown): ProtocolFault {
  const data = { supported: SUPPORTED, requested };
  return new ProtocolFault(UNSUPPORTED_VERSION, "this protocol version is not supported", { status: 400, data });
}
