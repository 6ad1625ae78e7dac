import { illFormed } from "../../../ground/kernel/texts/well-formed.ts";
import { type Outbound, OutboundError, type OutboundResponse } from "../../../ground/outbound/index.ts";
import { fromBrandJson } from "./brand-document.ts";
import type { NoBrand, Page } from "./find-brand.ts";

/** Enough for a portfolio of several hundred brands with all their assets. */
const MOST_BYTES = 1024 * 1024;

/** The answer at a URL: its content, that it has not changed, or a sentence about why there is none. */
export type Reading =
  | { readonly kind: "read"; readonly json: unknown; readonly etag: string | null }
  | { readonly kind: "unchanged" }
  | NoBrand;

export interface ReadOptions {
  readonly purpose: string;
  /** On the clock of `performance.now()`: the time after which an answer is no longer useful. */
  readonly deadline: number;
  /** The document's entity tag when it was last read. */
  readonly etag?: string | null;
}

/** Reads JSON through `ground/outbound`. Never throws because of the other side. */
export async function readJson(outbound: Outbound, url: string, options: ReadOptions): Promise<Reading> {
  const { purpose, deadline, etag } = options;
  const timeoutMs = Math.round(deadline - performance.now());
  if (timeoutMs <= 0) return none(`${url} was not requested, because the others took too long`, true);
  const headers = { accept: "application/json", ...(etag && { "if-none-match": etag }) };
  try {
    const answer = await outbound.request(url, {
      purpose,
      headers,
      timeoutMs,
      maxResponseBytes: MOST_BYTES,
      maxRedirects: 3,
    });
    return answer.status === 304 && etag ? { kind: "unchanged" } : readingOf(url, answer);
  } catch (error) {
    if (error instanceof OutboundError) return none(`${url} could not be read: ${error.message}`, isMomentary(error));
    throw error;
  }
}

export function pageOf(url: string, reading: Reading): Page | NoBrand {
  if (reading.kind === "unchanged")
    return none(`${url} answered that it has not changed since it was never read`, false);
  if (reading.kind === "none") return reading;
  const document = fromBrandJson(reading.json);
  if (document.kind !== "none") return { kind: "page", url, document };
  return none(`${url} is not a valid AdCP brand.json: ${document.complaint}`, false);
}

function readingOf(url: string, { status, headers, text }: OutboundResponse): Reading {
  if (status !== 200) return none(`${url} answered ${status}`, status >= 500 || status === 429);
  try {
    const json: unknown = JSON.parse(text());
    const [issue] = illFormed(json);
    if (issue) return none(`${url} cannot be kept: ${issue.path} ${issue.message}`, false);
    return { kind: "read", json, etag: headers["etag"] ?? null };
  } catch {
    return none(`${url} answered something that is not JSON`, false);
  }
}

/** A name without an address, and an address that must not be called, are not temporary problems. */
function isMomentary({ failure }: OutboundError): boolean {
  return failure === "timeout" || failure === "unreachable";
}

function none(reason: string, momentary: boolean): NoBrand {
  return { kind: "none", reason, momentary };
}
