import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

/**
 * Hashes a secret that is only ever compared, such as an API key: HMAC-SHA-256 in hex. It is keyed, so that a stolen table of hashes is
 * useless, and fast, because a 256-bit secret needs no stretching.
 */
export function hashSecret(pepper: Uint8Array, secret: string): string {
  return createHmac("sha256", keyOf(pepper)).update(secret).digest("hex");
}

/** Every request hashes its key with the same pepper, and creating a key object from the pepper costs more than the hash. */
const keys = new WeakMap<Uint8Array, KeyObject>();

function keyOf(pepper: Uint8Array): KeyObject {
  const key = keys.get(pepper) ?? createSecretKey(pepper);
  keys.set(pepper, key);
  return key;
}
