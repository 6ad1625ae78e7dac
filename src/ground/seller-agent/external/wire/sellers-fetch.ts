import type { Outbound } from "../../../outbound/outbound.ts";
import { HttpFailure } from "./failure.ts";

/** As much of a refusal's body as tells why. */
const REPORTED_CHARS = 2_000;

/**
 * The `fetch` that both SDKs are given. It carries the credential to the origin it was given for and to no other, whatever an
 * agent card says, and it throws what is not success, so that one place reads HTTP's refusals.
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
