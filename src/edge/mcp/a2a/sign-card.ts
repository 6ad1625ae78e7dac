import type { Vault } from "../../../ground/vault/index.ts";
import type { Json } from "../../reference/index.ts";
import { signingKeyOf } from "./signing-key.ts";

/** A card with its signature, according to A2A 1.0, 8.4, over its 1.0 fields. `origin` publishes the key. */
export async function signCard(card: Json, vault: Vault, origin: string): Promise<Json> {
  // Loaded with the first card that is asked for: a start does not wait for it.
  const { generateAgentCardSignature } = await import("a2a-sdk-1");
  const { key, keyId: kid } = signingKeyOf(vault, "card-signing");
  const jku = `${origin}/.well-known/jwks.json`;
  const sign = generateAgentCardSignature(key, { alg: "EdDSA", typ: "JOSE", kid, jku });
  // It reads a card as JSON, whatever its type: fields that are not in 1.0 are not signed.
  const { signatures } = await sign(card as unknown as Parameters<typeof sign>[0]);
  return {
    ...card,
    signatures: signatures.map(({ protected: header, signature }) => ({ protected: header, signature })),
  };
}
