import type { FastifyRequest } from "fastify";
import { SignatureRefused } from "../../../ground/signatures/index.ts";

/** A signed request may contain each of these only once, because it would otherwise be unclear which one was signed (AdCP 3.1, Request signing). */
const SINGLE: ReadonlySet<string> = new Set([
  "content-type",
  "content-digest",
  "content-length",
  "authorization",
  "host",
]);

/**
 * Throws `SignatureRefused` for a signed request with two values of such a header. This happens before the body is parsed, which would
 * otherwise fail first because of its type.
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
