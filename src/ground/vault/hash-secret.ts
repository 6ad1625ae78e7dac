import { createHmac } from "node:crypto";

/** HMAC-SHA-256 in hex: what is stored of a secret that is only ever compared, such as an API key. */
export function hashSecret(pepper: Uint8Array, secret: string): string {
  return createHmac("sha256", pepper).update(secret).digest("hex");
}
