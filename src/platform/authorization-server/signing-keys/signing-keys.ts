import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { after, DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import type { SecretPlace, Vault } from "../../../ground/vault/index.ts";
import { insertSigningKeyOfInstallation, listSigningKeysOfInstallation, type StoredKey } from "./store.ts";

/** The algorithm for signing access tokens: ECDSA on P-256 with SHA-256 (RFC 7518, 3.4). */
export const SIGNATURE = "ES256";

/** A new key is published before it is used, so that clients that have cached the list already know it. */
const PUBLISHED_BEFORE_MS = HOUR_MS;
/** Two periods and a day, so that everything that was signed with a key has long expired when the key is deleted. */
export const KEPT_MS = 63 * DAY_MS;
/** How old a process's copy of the list may be. */
const FRESH_MS = 5 * MINUTE_MS;

export interface SigningKeys {
  /** Private keys, with the one that signs first. All of them are published. */
  readonly jwks: readonly JWK[];
  publicKeyOf(keyId: string): JWK | undefined;
}

/** The current keys, which are created if there are none, and read again every few minutes. */
export function openSigningKeys({ database, clock, vault }: Pick<Host, "database" | "clock" | "vault">) {
  let known: { readonly keys: Promise<SigningKeys>; readonly until: number } | undefined;
  const load = async (wall: Date): Promise<SigningKeys> => {
    const listed = await database.readInstallation(listSigningKeysOfInstallation);
    if (listed.some(({ period }) => period === periodOf(wall))) return keysOf(listed, wall, vault);
    const made = await newKey(wall, vault);
    await database.writeInstallation((db) => insertSigningKeyOfInstallation(db, made));
    return keysOf(await database.readInstallation(listSigningKeysOfInstallation), wall, vault);
  };
  return {
    current(): Promise<SigningKeys> {
      const wall = clock.now();
      if (!known || known.until <= wall.getTime()) {
        const keys = load(wall);
        known = { keys, until: after(wall, FRESH_MS).getTime() };
        keys.catch(() => (known = undefined));
      }
      return known.keys;
    },
  };
}

function keysOf(stored: readonly StoredKey[], wall: Date, vault: Vault): SigningKeys {
  const oldest = stored.at(-1);
  const mature = stored.filter((key) => key === oldest || after(key.createdAt, PUBLISHED_BEFORE_MS) <= wall);
  const signing = mature[0];
  const ordered = [...stored].sort((a, b) => Number(b === signing) - Number(a === signing));
  const byId = new Map(stored.map(({ keyId, publicJwk }) => [keyId, publicJwk]));
  return {
    jwks: ordered.map((key) => JSON.parse(vault.open(key.sealed, placeOf(key.keyId))) as JWK),
    publicKeyOf: (keyId) => byId.get(keyId),
  };
}

async function newKey(wall: Date, vault: Vault): Promise<StoredKey> {
  const { publicKey, privateKey } = await generateKeyPair(SIGNATURE, { extractable: true });
  const bare = await exportJWK(publicKey);
  const keyId = await calculateJwkThumbprint(bare);
  const described = { kid: keyId, alg: SIGNATURE, use: "sig" };
  const whole = { ...(await exportJWK(privateKey)), ...described };
  return {
    keyId,
    period: periodOf(wall),
    publicJwk: { ...bare, ...described },
    sealed: vault.seal(JSON.stringify(whole), placeOf(keyId)),
    createdAt: wall,
  };
}

function periodOf(wall: Date): string {
  return dayOf(wall).slice(0, 7);
}

function placeOf(keyId: string): SecretPlace {
  return { customerId: 0, table: "token_signing_keys", rowId: keyId, field: "sealed_jwk" };
}
