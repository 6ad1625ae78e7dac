import type { ProviderRequest } from "../contract/http.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";

type Effect = ProviderRequest["effect"];

/** A request to the Ads API below /v1, with the token and under its limits. */
export function snapRequest(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  more: Pick<ProviderRequest, "query" | "body"> = {},
): ProviderRequest {
  return { method, host: "api", path, auth: { kind: "bearer" }, bucket: "token", effect, ...more };
}

export function snapJson(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  value: Writable,
): ProviderRequest {
  return snapRequest(method, path, effect, { body: { kind: "json", text: jsonText(value) } });
}

/** The next page. Snap gives a whole URL, of which only the path and the query are used. */
export function nextPage(link: string | undefined): ProviderRequest | undefined {
  const url = link === undefined ? null : URL.parse(link);
  if (!url) return undefined;
  return snapRequest("GET", url.pathname.replace(/^\/v1/, ""), "read", { query: [...url.searchParams] });
}

export const encoded = encodeURIComponent;
