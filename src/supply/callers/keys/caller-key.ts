import type { Random } from "../../../ground/kernel/random.ts";
import type { SigningKey } from "../../../ground/signatures/index.ts";
import { hashSecret, type Vault } from "../../../ground/vault/index.ts";

/** A key that a seller gave to a buyer on another system, as the seller's people see it: everything but the secret. */
export interface CallerKey {
  readonly callerKeyId: string;
  readonly storefrontId: number;
  readonly name: string;
  /** The operator of every buy made with the key. */
  readonly operatorDomain: string;
  /** The only brand for which the key can buy; null if it can buy for any. */
  readonly brandDomain: string | null;
  /** Whether the key can only buy under sandbox accounts. */
  readonly sandbox: boolean;
  /** The key's public part, by which it is recognised. */
  readonly clientId: string;
  /** Public keys, by key id, with which the holder may sign its requests. */
  readonly signingKeys: Readonly<Record<string, SigningKey>>;
  /** Whether unsigned writes are refused. */
  readonly signingRequired: boolean;
  /**
   * Whether the holder itself can be invoiced if it asks for that when it declares an account; otherwise only the
   * operator can.
   */
  readonly agentBilling: boolean;
  /** Wall-clock time. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

/** The principal under which the holder's orders, accounts and answers are stored. */
export function principalOfKey({ callerKeyId }: Pick<CallerKey, "callerKeyId">): string {
  return `k:${callerKeyId}`;
}

/** A new key: the text that is shown once, and what is stored of it. */
export interface MintedKey {
  readonly key: string;
  readonly clientId: string;
  readonly secretHash: string;
}

const FORM = /^caller_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/;

/** Creates `caller_<clientId>_<secret>`, where the secret is 256 random bits. */
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
