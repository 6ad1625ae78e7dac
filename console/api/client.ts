import { openClient } from "#client";
import { recordingFetch } from "./recorded.ts";

let organisation: string | null = null;

/** Requests act for this organisation from now on. */
export function actFor(customerId: number | null): void {
  organisation = customerId === null ? null : String(customerId);
}

/** The browser's cookie identifies the caller; a header that no form can send identifies the console. */
const asked = {
  baseUrl: globalThis.location?.origin ?? "",
  headers: { "x-interchange-console": "1" },
  fetch: (request: Request) => {
    if (organisation !== null) request.headers.set("x-interchange-organisation", organisation);
    return recordingFetch(request);
  },
};

export const api = openClient({ ...asked, retries: 2 });

/** Of a list: all of it, as a file. */
export const AS_CSV = { headers: { accept: "text/csv" }, parseAs: "blob" } as const;
