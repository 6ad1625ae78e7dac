import type { Body, Pairs, ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { accountIn } from "../kit/account.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";

type Effect = ProviderRequest["effect"];

/** Reddit answers no request without a user agent [T]. */
export const AGENT: Pairs = [["user-agent", "web:interchange:v1"]];

/** A request to the Ads API below /api/v3, with the token and under the limit for its kind. */
export function redditRequest(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  more: { readonly query?: Pairs; readonly body?: Body; readonly bucket?: string } = {},
): ProviderRequest {
  const bucket = effect === "read" ? "read" : "write";
  return { method, host: "api", path, auth: { kind: "bearer" }, headers: AGENT, bucket, effect, ...more };
}

/** Every request body is in `data` [T]. */
export function redditJson(method: "POST" | "PATCH", path: string, effect: Effect, data: Writable): ProviderRequest {
  return redditRequest(method, path, effect, { body: { kind: "json", text: jsonText({ data }) } });
}

export function redditGet(path: string, query: Pairs = []): ProviderRequest {
  return redditRequest("GET", path, "read", { query });
}

export function underAccount(ctx: JobContext, what: string): string {
  return `/ad_accounts/${encodeURIComponent(accountIn(ctx).externalAccountId)}/${what}`;
}
