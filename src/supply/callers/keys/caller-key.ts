import type { Random } from "../../../ground/kernel/random.ts";
import type { SigningKey } from "../../../ground/signatures/index.ts";
import { hashSecret, type Vault } from "../../../ground/vault/index.ts";

/** What a seller's people see of a key that they gave to a buyer of another system: everything but the secret. */
export interface CallerKey {
  readonly callerKeyId: string;
  readonly storefrontId: number;
  readonly name: string;
  /** Who operates every buy that is made by it. */
  readonly operatorDomain: string;
  /** The one brand that is bought for; null for any. */
  readonly brandDomain: string | null;
  /** It only buys under sandbox accounts. */
  readonly sandbox: boolean;
  /** The key's public half, by which it is recognised. */
  readonly clientId: string;
  /** By their key ids: keys with which its requests may be signed. */
  readonly signingKeys: Readonly<Record<string, SigningKey>>;
  /** A write that is not signed is refused. */
  readonly signingRequired: boolean;
  /** Its holder can be invoiced as well, if it requests this for an account; otherwise only the operator. */
  readonly agentBilling: boolean;
  /** By the wall. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

/** What orders, accounts and answers of its holder are kept by. */
export function principalOfKey({ callerKeyId }: Pick<CallerKey, "callerKeyId">): string {
  return `k:${callerKeyId}`;
}

/** A key as it is shown once, and what is stored of it. */
export interface MintedKey {
  readonly key: string;
  readonly clientId: string;
  readonly secretHash: string;
}

const FORM = /^caller_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/;

/** Mints `caller_<clientId>_<secret>`, its secret 256 random bits. */
export function mintCallerKey(random: Random, vault: Vault): MintedKey {
  const clientId = Buffer.from(random.bytes(6)).toString("hex");
  const key = `caller_${clientId}_${Buffer.from(random.bytes(32)).toString("base64url")}`;
  return { key, clientId, secretHash: callerKeyHash(key, vault) };
}

export function callerKeyHash(key: string, vault: Vault): string {
  return hashSecret(vault.pepper("caller-keys"), key);
}

export function looksLikeCallerKey(text: string): boolean {
  return FORM.test(text);
}
