import type { Vault } from "../../../ground/vault/index.ts";
import { publicHalfOf, type SigningKey, signingKeyOf } from "../../mcp/a2a/signing-key.ts";

export const WEBHOOK_TAG = "adcp/webhook-signing/v1";

/** What `get_adcp_capabilities` states about it. It is only promised if receivers can find the keys: see `publishedAt`. */
export const WEBHOOK_SIGNING = {
  profile: WEBHOOK_TAG,
  algorithms: ["ed25519"],
  legacy_hmac_fallback: true,
} as const;

export function webhookKeyOf(vault: Vault): SigningKey {
  return signingKeyOf(vault, "webhook-signing");
}

/** The keys for verifying signatures, as in `/.well-known/jwks.json`. */
export function publishedJwks(vault: Vault) {
  const [webhook, card] = [webhookKeyOf(vault), signingKeyOf(vault, "card-signing")];
  const shared = { alg: "EdDSA", use: "sig", key_ops: ["verify"] };
  return {
    keys: [
      { ...publicHalfOf(webhook.key), kid: webhook.keyId, ...shared, adcp_use: "webhook-signing" },
      { ...publicHalfOf(card.key), kid: card.keyId, ...shared },
    ],
  };
}
