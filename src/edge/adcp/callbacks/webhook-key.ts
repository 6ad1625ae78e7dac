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

/** What the installation signs, each with a key of its own: one that is taken for another says nothing. */
type Purpose = "webhook-signing" | "card-signing";

/** Made from the vault's key, so that every process has it and it lies nowhere. */
function signingKeyOf(vault: Vault, purpose: Purpose): WebhookKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, vault.pepper(purpose)]), format: "der", type: "pkcs8" });
  return { key, keyId: createHash("sha256").update(halfOf(key).x).digest("base64url").slice(0, 16) };
}

export function webhookKeyOf(vault: Vault): WebhookKey {
  return signingKeyOf(vault, "webhook-signing");
}

/** What signs the cards of storefronts' agents. */
export function cardKeyOf(vault: Vault): WebhookKey {
  return signingKeyOf(vault, "card-signing");
}

/** What signatures are checked by, as `/.well-known/jwks.json` has it. */
export function publishedJwks(vault: Vault) {
  const [webhook, card] = [webhookKeyOf(vault), cardKeyOf(vault)];
  const shared = { alg: "EdDSA", use: "sig", key_ops: ["verify"] };
  return {
    keys: [
      { ...halfOf(webhook.key), kid: webhook.keyId, ...shared, adcp_use: "webhook-signing" },
      { ...halfOf(card.key), kid: card.keyId, ...shared },
    ],
  };
}

function halfOf(key: KeyObject) {
  const { kty = "", crv = "", x = "" } = createPublicKey(key).export({ format: "jwk" });
  return { kty, crv, x };
}
