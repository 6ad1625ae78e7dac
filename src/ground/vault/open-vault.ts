import { hkdfSync } from "node:crypto";
import type { Random } from "../kernel/random.ts";
import { decrypt, encrypt, NONCE_BYTES } from "./cipher.ts";
import type { VaultKey } from "./key.ts";
import { boundTo, formatSealed, parseSealed } from "./sealed-text.ts";
import { type SecretPlace, type Vault, VaultError } from "./vault.ts";

export interface VaultOptions {
  /** The first key encrypts and all keys decrypt; the last one is the oldest, from which peppers are derived. */
  readonly keys: readonly VaultKey[];
  readonly random: Random;
}

export function openVault({ keys, random }: VaultOptions): Vault {
  const [current] = keys;
  const oldest = keys.at(-1);
  if (!current || !oldest) throw new VaultError("the vault needs a key");
  if (keys.some(({ key }) => key.length !== 32)) throw new VaultError("a key of the vault is not 32 bytes");
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  if (byId.size < keys.length) throw new VaultError("two keys of the vault have the same id");
  return {
    seal: (secret, place) => seal(secret, place, current, random),
    open: (sealed, place) => open(sealed, place, byId),
    stale: (sealed) => parseSealed(sealed).keyId !== current.id,
    pepper: (label) => new Uint8Array(hkdfSync("sha256", oldest.key, "", `interchange pepper ${label}`, 32)),
  };
}

function seal(secret: string, place: SecretPlace, { id, key }: VaultKey, random: Random): string {
  const bound = boundTo(place, id);
  const dataKey = random.bytes(32);
  const wrappedKey = encrypt(dataKey, key, random.bytes(NONCE_BYTES), bound);
  return formatSealed({
    keyId: id,
    wrappedKey,
    box: encrypt(Buffer.from(secret), dataKey, random.bytes(NONCE_BYTES), bound),
  });
}

function open(sealed: string, place: SecretPlace, byId: ReadonlyMap<string, Uint8Array>): string {
  const { keyId, wrappedKey, box } = parseSealed(sealed);
  const key = byId.get(keyId);
  if (!key) throw new VaultError("the key that this was encrypted with is not in the vault");
  const bound = boundTo(place, keyId);
  try {
    return decrypt(box, decrypt(wrappedKey, key, bound), bound).toString();
  } catch {
    // The cause is left out because it adds nothing: an authenticated cipher only knows that something was changed.
    throw new VaultError("the sealed text was changed, or belongs elsewhere");
  }
}
