import type { Random } from "../../ground/kernel/random.ts";
import { hashSecret, type Vault } from "../../ground/vault/index.ts";

/** What an organisation's people can see of a key: everything except the secret, which is shown only once. */
export interface ApiKey {
  readonly apiKeyId: string;
  readonly userId: number;
  /** The holder's mail address. */
  readonly holder: string;
  readonly name: string;
  readonly description: string | null;
  /** The public half of the key, by which it is recognised. */
  readonly clientId: string;
  readonly readOnly: boolean;
  /** In real time. */
  readonly expiresAt: Date | null;
  /** In real time, and up to a few minutes behind. */
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
}

/** A new key as it is shown once, and what is stored of it. */
export interface MintedKey {
  readonly key: string;
  readonly clientId: string;
  readonly secretHash: string;
}

const FORM = /^scope3_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})$/;

/** Generates `scope3_<clientId>_<secret>`, with a secret of 256 random bits. */
export function mintKey(random: Random, pepper: Uint8Array): MintedKey {
  const clientId = Buffer.from(random.bytes(6)).toString("hex");
  const key = `scope3_${clientId}_${Buffer.from(random.bytes(32)).toString("base64url")}`;
  return { key, clientId, secretHash: hashSecret(pepper, key) };
}

/** The pepper for hashing keys. */
export function keyPepperOf(vault: Vault): Uint8Array {
  return vault.pepper("api-keys");
}

export function looksLikeKey(text: string): boolean {
  return FORM.test(text);
}
