import { createHash, timingSafeEqual } from "node:crypto";
import { dictionaryIn } from "./signature-input.ts";

/** The value of the header `Content-Digest` for a body (RFC 9530). */
export function contentDigestOf(body: Uint8Array): string {
  return `sha-256=:${sha256(body).toString("base64")}:`;
}

/** Whether a `Content-Digest` matches the body. Throws `SignatureRefused` if it is malformed. */
export function isDigestOf(header: string, body: Uint8Array): boolean {
  const reported = dictionaryIn(header, "Content-Digest").get("sha-256")?.[0];
  if (!(reported instanceof ArrayBuffer)) return false;
  const [expected, actual] = [Buffer.from(reported), sha256(body)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function sha256(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest();
}
