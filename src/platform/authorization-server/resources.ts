import type { CustomerKind, Scope } from "../../ground/kernel/viewer.ts";
import { scopesOf } from "../../ground/kernel/viewer.ts";

const API = "/api/v2";

/** The resources for which access tokens are issued, each an audience of its own (RFC 8707), by path below the public URL. */
const KINDS_AT: Readonly<Record<string, readonly CustomerKind[]>> = {
  "/mcp": ["BUYER", "SELLER", "OPERATOR"],
  "/mcp/buyer": ["BUYER", "OPERATOR"],
  "/mcp/v2/buyer": ["BUYER", "OPERATOR"],
  "/mcp/storefront": ["SELLER", "OPERATOR"],
  "/mcp/v2/storefront": ["SELLER", "OPERATOR"],
  "/a2a": ["BUYER", "SELLER", "OPERATOR"],
  [API]: ["BUYER", "SELLER", "OPERATOR"],
};

/** A storefront's agent over MCP and over A2A; each is a resource of its own, for buyers. */
const STOREFRONT_AGENT = /^\/storefront\/[\w-]{1,128}\/(mcp|a2a)$/;

/** Another path of a storefront, such as its card, which clients expect next to its A2A agent and below it. */
const STOREFRONT = /^(\/storefront\/[^/]+)\//;

/** The resource to which a URL belongs, as a client should name it; undefined if no token is needed. */
export function resourceAt(url: string): string | undefined {
  const path = (url.split(/[?#]/, 1)[0] ?? "").replace(/\/$/, "");
  if (scopesAt(path)) return path;
  if (path.startsWith(`${API}/`)) return API;
  const [, storefront] = STOREFRONT.exec(path) ?? [];
  return storefront && `${storefront}/a2a`;
}

/** The default for a client that names none. */
export const DEFAULT_RESOURCE = "/mcp";

/** The scopes of a resource; undefined if it is not ours. */
export function scopesAt(path: string): readonly Scope[] | undefined {
  if (STOREFRONT_AGENT.test(path)) return scopesOf("BUYER");
  return Object.hasOwn(KINDS_AT, path) ? KINDS_AT[path]?.flatMap(scopesOf) : undefined;
}

/** The scopes that an application usually needs: everything except administration, which has to be requested explicitly. */
export function usualScopesAt(path: string): readonly Scope[] {
  return (scopesAt(path) ?? []).filter((scope) => !scope.endsWith(":admin"));
}

export const ALL_SCOPES: readonly Scope[] = (["BUYER", "SELLER", "OPERATOR"] as const).flatMap(scopesOf);

/** What a client may request besides our scopes, in order to stay connected. */
export const KNOWN_SCOPES: ReadonlySet<string> = new Set(["openid", "offline_access", ...ALL_SCOPES]);

/** The path of a resource below the public URL; undefined for an address elsewhere. */
export function pathOf(resource: string, publicUrl: string): string | undefined {
  return resource.startsWith(`${publicUrl}/`) ? resource.slice(publicUrl.length) : undefined;
}
