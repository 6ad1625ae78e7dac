import type { Pairs, ProviderRequest } from "../contract/http.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";

/** A request to AudioStack's API, with the key that somebody provided. */
export function audiostackRequest(
  method: ProviderRequest["method"],
  path: string,
  effect: ProviderRequest["effect"],
  more: { readonly body?: Writable; readonly headers?: Pairs } = {},
): ProviderRequest {
  const { body, headers } = more;
  return {
    method,
    host: "api",
    path,
    auth: { kind: "header", name: "x-api-key" },
    bucket: "key",
    effect,
    ...(headers && { headers }),
    ...(body !== undefined && { body: { kind: "json", text: jsonText(body) } }),
  };
}
