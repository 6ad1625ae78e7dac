import type { CustomerKind, Scope } from "../../ground/kernel/viewer.ts";
import { scopesOf } from "../../ground/kernel/viewer.ts";

/** What can be reached with an access token, each with an audience of its own (RFC 8707): by its path below the public URL. */
const KINDS_AT: Readonly<Record<string, readonly CustomerKind[]>> = {
  "/mcp": ["BUYER", "SELLER", "OPERATOR"],
  "/mcp/buyer": ["BUYER", "OPERATOR"],
  "/mcp/v2/buyer": ["BUYER", "OPERATOR"],
  "/mcp/storefront": ["SELLER", "OPERATOR"],
  "/mcp/v2/storefront": ["SELLER", "OPERATOR"],
  "/a2a": ["BUYER", "SELLER", "OPERATOR"],
  "/api/v2": ["BUYER", "SELLER", "OPERATOR"],
};

/** A storefront's agent, over MCP: each is a resource of its own, for buyers. */
const STOREFRONT_AGENT = /^\/storefront\/[\w-]{1,128}\/mcp$/;

/** What a client without a choice is given. */
export const DEFAULT_RESOURCE = "/mcp";

/** The scopes of a resource; undefined for what is none of ours. */
export function scopesAt(path: string): readonly Scope[] | undefined {
  if (STOREFRONT_AGENT.test(path)) return scopesOf("BUYER");
  return Object.hasOwn(KINDS_AT, path) ? KINDS_AT[path]?.flatMap(scopesOf) : undefined;
}

export const ALL_SCOPES: readonly Scope[] = (["BUYER", "SELLER", "OPERATOR"] as const).flatMap(scopesOf);

/** What a client may name besides: to stay connected. */
export const KNOWN_SCOPES: ReadonlySet<string> = new Set(["openid", "offline_access", ...ALL_SCOPES]);

/** The path of a resource below the public URL; undefined for an address elsewhere. */
export function pathOf(resource: string, publicUrl: string): string | undefined {
  return resource.startsWith(`${publicUrl}/`) ? resource.slice(publicUrl.length) : undefined;
}
