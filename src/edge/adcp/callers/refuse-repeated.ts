import type { FastifyRequest } from "fastify";
import { SignatureRefused } from "../../../ground/signatures/index.ts";

/** Of these a signed request has one each: of two, nobody knows which was signed (AdCP 3.1, Request signing). */
const SINGLE: ReadonlySet<string> = new Set([
  "content-type",
  "content-digest",
  "content-length",
  "authorization",
  "host",
]);

/**
 * Throws `SignatureRefused` for a signed request with two values of such a header, before anything is read of it: whoever reads a
 * body would otherwise say first that there is no such type.
 */
export function refuseRepeated({ headers, raw }: Pick<FastifyRequest, "headers" | "raw">): void {
  if (headers["signature-input"] === undefined && headers.signature === undefined) return;
  const seen = new Set<string>();
  for (const [index, field] of raw.rawHeaders.entries()) {
    if (index % 2 === 1) continue;
    const name = field.toLowerCase();
    const isList = name === "content-type" && /,/.test(raw.rawHeaders[index + 1] ?? "");
    if (SINGLE.has(name) && (seen.has(name) || isList))
      throw new SignatureRefused(
        "header_malformed",
        `${name}: a signed request must have it only once, and this one repeats it`,
      );
    seen.add(name);
  }
}
