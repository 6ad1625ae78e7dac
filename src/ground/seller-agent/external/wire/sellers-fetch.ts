import type { Outbound } from "../../../outbound/outbound.ts";
import { HttpFailure } from "./failure.ts";

/** Enough of an error's body to explain it. */
const REPORTED_CHARS = 2_000;

/**
 * The `fetch` for both SDKs. It sends the credential only to the origin for which it was given, whatever an agent card says, and throws on
 * HTTP errors, so that they are handled in one place.
 */
export function sellersFetch(outbound: Outbound, endpoint: string, credential: Readonly<Record<string, string>>) {
  const home = new URL(endpoint).origin;
  return async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const target = new URL(url instanceof Request ? url.url : url);
    const headers = new Headers(init.headers);
    if (target.origin === home) for (const [name, value] of Object.entries(credential)) headers.set(name, value);
    const response = await outbound.fetch(url, { ...init, headers });
    if (response.ok) return response;
    throw new HttpFailure(response.status, (await response.text()).slice(0, REPORTED_CHARS));
  };
}
