import { openClient } from "#client";
import { recordingFetch } from "./recorded.ts";

let organisation: string | null = null;

/** Requests act for this organisation from now on. */
export function actFor(customerId: number | null): void {
  organisation = customerId === null ? null : String(customerId);
}

/** The browser's cookie says who asks; a header that no form can send says that it is the console. */
export const api = openClient({
  baseUrl: globalThis.location?.origin ?? "",
  retries: 2,
  headers: { "x-interchange-console": "1" },
  fetch: (request) => {
    if (organisation !== null) request.headers.set("x-interchange-organisation", organisation);
    return recordingFetch(request);
  },
});
