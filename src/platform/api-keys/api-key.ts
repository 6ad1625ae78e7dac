import { createHmac } from "node:crypto";
import type { Random } from "../../ground/kernel/random.ts";

/** A key as it is shown once, and what is kept of it. */
export interface MintedKey {
  readonly key: string;
  readonly clientId: string;
  readonly secretHash: string;
}

const FORM = /^scope3_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})$/;

/** Mints `scope3_<clientId>_<secret>`, its secret 256 random bits. */
export function mintKey(random: Random, pepper: Uint8Array): MintedKey {
  const clientId = Buffer.from(random.bytes(6)).toString("hex");
  const key = `scope3_${clientId}_${Buffer.from(random.bytes(32)).toString("base64url")}`;
  return { key, clientId, secretHash: hashKey(key, pepper) };
}

export function looksLikeKey(text: string): boolean {
  return FORM.test(text);
}

/** Keyed, so that a stolen table of hashes proves nothing; fast, because a 256-bit secret needs no stretching. */
export function hashKey(key: string, pepper: Uint8Array): string {
  return createHmac("sha256", pepper).update(key).digest("hex");
}
