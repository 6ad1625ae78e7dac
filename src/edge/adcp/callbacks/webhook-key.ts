import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { Vault } from "../../../ground/vault/index.ts";

export const WEBHOOK_TAG = "adcp/webhook-signing/v1";

/** What `get_adcp_capabilities` says of it. It is promised where receivers can find the keys: see `publishedAt`. */
export const WEBHOOK_SIGNING = {
  profile: WEBHOOK_TAG,
  algorithms: ["ed25519"],
  legacy_hmac_fallback: true,
} as const;

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

export interface WebhookKey {
  readonly key: KeyObject;
  readonly keyId: string;
}

/** The installation's own key: made from the vault's, so that every process has it and it lies nowhere. */
export function webhookKeyOf(vault: Vault): WebhookKey {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, vault.pepper("webhook-signing")]),
    format: "der",
    type: "pkcs8",
  });
  return { key, keyId: createHash("sha256").update(halfOf(key).x).digest("base64url").slice(0, 16) };
}

/** What receivers check signatures by, as `/.well-known/jwks.json` has it. */
export function webhookJwks(vault: Vault) {
  const { key, keyId } = webhookKeyOf(vault);
  const named = { kid: keyId, alg: "EdDSA", use: "sig", key_ops: ["verify"], adcp_use: "webhook-signing" };
  return { keys: [{ ...halfOf(key), ...named }] };
}

function halfOf(key: KeyObject) {
  const { kty = "", crv = "", x = "" } = createPublicKey(key).export({ format: "jwk" });
  return { kty, crv, x };
}
