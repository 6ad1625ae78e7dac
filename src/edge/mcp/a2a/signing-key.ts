import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { Vault } from "../../../ground/vault/index.ts";

/** The bytes that precede the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

export interface SigningKey {
  readonly key: KeyObject;
  readonly keyId: string;
}

/** What the installation signs. Each purpose has its own key, so that a signature for one cannot be passed off as one for the other. */
type Purpose = "webhook-signing" | "card-signing";

/** Derived from the vault's key, so every process has it without storing it anywhere. */
export function signingKeyOf(vault: Vault, purpose: Purpose): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, vault.pepper(purpose)]), format: "der", type: "pkcs8" });
  return { key, keyId: createHash("sha256").update(publicHalfOf(key).x).digest("base64url").slice(0, 16) };
}

export function publicHalfOf(key: KeyObject) {
  const { kty = "", crv = "", x = "" } = createPublicKey(key).export({ format: "jwk" });
  return { kty, crv, x };
}
