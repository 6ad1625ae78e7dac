import type { Outbound } from "../../../ground/outbound/index.ts";
import { KNOWN_SCOPES } from "../resources.ts";
import { adjustClientMetadata, type ClientMetadata, unprotectedRedirectIn } from "./client-metadata.ts";

const MOST_BYTES = 5_120;
const TIMEOUT_MS = 5_000;

/**
 * Fetches the document to which a client's id refers (OAuth Client ID Metadata Document), through `ground/outbound`, which refuses private
 * addresses. Redirects are not followed, and the document is adjusted like a registration.
 */
export function fetchClientDocument(outbound: Outbound): (input: string | URL | Request) => Promise<Response> {
  return async (input) => {
    const url = input instanceof Request ? input.url : input.toString();
    const { status, text, headers } = await outbound.request(url, {
      headers: { accept: "application/json" },
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MOST_BYTES,
      purpose: "client metadata document",
    });
    return new Response(status === 200 ? adjusted(text()) : null, { status, headers: usedHeaders(headers) });
  };
}

function adjusted(text: string): string {
  try {
    const document: unknown = JSON.parse(text);
    const isObject = typeof document === "object" && document !== null && !Array.isArray(document);
    if (!isObject) return text;
    const metadata = document as ClientMetadata;
    // A document without redirect URIs describes no client, and is refused when it is read.
    const { redirect_uris: _, ...rest } = metadata;
    const safe = unprotectedRedirectIn(metadata) === undefined ? metadata : rest;
    return JSON.stringify(adjustClientMetadata(safe, KNOWN_SCOPES));
  } catch {
    // The parser refuses it.
    return text;
  }
}

/** Only the headers about caching and the content type. */
function usedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const names = ["content-type", "cache-control", "expires", "date"];
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
