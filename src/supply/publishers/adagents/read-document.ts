import { illFormed } from "../../../ground/kernel/texts/well-formed.ts";
import { type Outbound, OutboundError } from "../../../ground/outbound/index.ts";

/** The largest networks list some thousands of publishers. */
const MOST_BYTES = 1024 * 1024;

/** What a URL returned: a document, that there is none, something unreadable, or something inconclusive. */
export type Reading =
  | { readonly kind: "json"; readonly url: string; readonly json: unknown }
  | { readonly kind: "absent" | "invalid" | "silent" };

export interface ReadOptions {
  readonly purpose: string;
  readonly timeoutMs: number;
}

/** Reads JSON through `ground/outbound`. Never throws because of the other side. */
export async function readDocument(outbound: Outbound, url: string, options: ReadOptions): Promise<Reading> {
  try {
    const answer = await outbound.request(url, {
      ...options,
      headers: { accept: "application/json" },
      maxResponseBytes: MOST_BYTES,
      maxRedirects: 3,
    });
    if (answer.status === 404 || answer.status === 410) return { kind: "absent" };
    return answer.status === 200 ? parsed(answer.url, answer.text()) : { kind: "silent" };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { kind: error.failure === "too_large" ? "invalid" : "silent" };
  }
}

function parsed(url: string, text: string): Reading {
  try {
    const json: unknown = JSON.parse(text);
    return illFormed(json).length > 0 ? { kind: "invalid" } : { kind: "json", url, json };
  } catch {
    return { kind: "invalid" };
  }
}
