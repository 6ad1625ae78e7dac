import type { Vault } from "../../../ground/vault/index.ts";
import type { Json } from "../../reference/index.ts";
import { signingKeyOf } from "./signing-key.ts";

/** Signs a card according to A2A 1.0, 8.4, over its 1.0 fields. `origin` publishes the key. */
export async function signCard(card: Json, vault: Vault, origin: string): Promise<Json> {
  // Loaded for the first card that is requested, so that it does not slow down the start.
  const { generateAgentCardSignature } = await import("a2a-sdk-1");
  const { key, keyId: kid } = signingKeyOf(vault, "card-signing");
  const jku = `${origin}/.well-known/jwks.json`;
  const sign = generateAgentCardSignature(key, { alg: "EdDSA", typ: "JOSE", kid, jku });
  // The function reads a card as JSON whatever its type, and does not sign fields that are not in 1.0.
  const { signatures } = await sign(card as unknown as Parameters<typeof sign>[0]);
  return {
    ...card,
    signatures: signatures.map(({ protected: header, signature }) => ({ protected: header, signature })),
  };
}
