import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { type AdagentsFile, fromAdagentsJson } from "./adagents-document.ts";
import { type Reading, readDocument } from "./read-document.ts";

/** The contents of a domain's adagents.json, and where it was finally found. */
export type AdagentsReading =
  | {
      readonly kind: "resolved";
      readonly file: AdagentsFile;
      readonly url: string;
      readonly method: "direct" | "authoritative_location";
    }
  | Exclude<Reading, { readonly kind: "json" }>;

export type OutboundContext = Pick<CallContext, "outbound" | "installation">;

/** The timeout for each document on the way. */
export const PATIENCE_MS = 5 * SECOND_MS;

/** Reads what a domain publishes about who may sell for it; follows one pointer (AdCP 3.1). */
export async function readAdagents(domain: string, out: OutboundContext): Promise<AdagentsReading> {
  const template = out.installation.adagentsJsonUrl;
  if (!template) return { kind: "silent" };
  const first = await read(template.replaceAll("{domain}", domain), out);
  if (first.kind !== "json") return first;
  const document = fromAdagentsJson(first.json);
  if (document.kind === "file") return { kind: "resolved", file: document.file, url: first.url, method: "direct" };
  // A document fetched over HTTPS must not point to one that is not.
  if (document.kind === "none" || (isSecure(first.url) && !isSecure(document.url))) return { kind: "invalid" };
  const second = await read(document.url, out);
  if (second.kind !== "json") return second.kind === "absent" ? { kind: "invalid" } : second;
  const file = fromAdagentsJson(second.json);
  if (file.kind !== "file") return { kind: "invalid" };
  return { kind: "resolved", file: file.file, url: second.url, method: "authoritative_location" };
}

function read(url: string, { outbound }: OutboundContext): Promise<Reading> {
  return readDocument(outbound, url, { purpose: "adagents.json", timeoutMs: PATIENCE_MS });
}

function isSecure(url: string): boolean {
  return url.startsWith("https:");
}
