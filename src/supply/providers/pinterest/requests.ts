import type { Body, Pairs, ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { accountIn } from "../kit/account.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";

type Effect = ProviderRequest["effect"];

/** A request to the API below /v5, with the token and under its limits. */
export function pinterestRequest(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  more: { readonly query?: Pairs; readonly body?: Body } = {},
): ProviderRequest {
  const bucket = path.endsWith("/analytics") ? "analytics" : "user";
  return { method, host: "api", path, auth: { kind: "bearer" }, bucket, effect, ...more };
}

export function pinterestJson(
  method: "POST" | "PATCH",
  path: string,
  effect: Effect,
  value: Writable,
): ProviderRequest {
  return pinterestRequest(method, path, effect, { body: { kind: "json", text: jsonText(value) } });
}

/** The largest possible page [S]. */
const PAGE_SIZE = ["page_size", "250"] as const;

export function pinterestList(path: string, query: Pairs = []): ProviderRequest {
  return pinterestRequest("GET", path, "read", { query: [PAGE_SIZE, ...query] });
}

/** The same list, continued from the end of a page. */
export function pageFrom(asked: ProviderRequest, bookmark: string): ProviderRequest {
  const query = (asked.query ?? []).filter(([name]) => name !== "bookmark");
  return { ...asked, query: [...query, ["bookmark", bookmark]] };
}

export function underAccount(ctx: JobContext, what: string): string {
  return `/ad_accounts/${encodeURIComponent(accountIn(ctx).externalAccountId)}/${what}`;
}
