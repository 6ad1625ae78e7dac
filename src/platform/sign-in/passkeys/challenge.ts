import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Random } from "../../../ground/kernel/random.ts";
import { hashSecret, hashToken, isSameSecret, newToken, type Vault } from "../../../ground/vault/index.ts";

/** What a challenge is for, and for whose browser it was made. */
export interface Purpose {
  readonly kind: "register" | "sign_in";
  /** The secret of a browser, or the session in which a passkey is registered. */
  readonly bearer: string;
}

export const CHALLENGE_MS = 10 * MINUTE_MS;

/** The challenge that an authenticator has to sign. It carries our own signature, so unanswered challenges need not be stored. */
export function newChallenge(
  purpose: Purpose,
  { vault, random, wall }: { readonly vault: Vault; readonly random: Random; readonly wall: Date },
): string {
  const until = after(wall, CHALLENGE_MS).getTime().toString(36);
  const { token } = newToken(random);
  return `${until}.${token}.${signatureOf(vault, purpose, until, token)}`;
}

/** A challenge that was returned, if it is ours, for this purpose and not too old; otherwise undefined. */
export function readChallenge(
  encoded: string,
  purpose: Purpose,
  { vault, wall }: { readonly vault: Vault; readonly wall: Date },
): { readonly hash: string; readonly expiresAt: Date } | undefined {
  const text = Buffer.from(encoded, "base64url").toString();
  const [until = "", token = "", signature = ""] = text.split(".", 3);
  const expiresAt = new Date(Number.parseInt(until, 36));
  if (!(expiresAt > wall)) return undefined;
  const isOurs = isSameSecret(signature, signatureOf(vault, purpose, until, token));
  return isOurs ? { hash: hashToken(`${until}.${token}`), expiresAt } : undefined;
}

function signatureOf(vault: Vault, { kind, bearer }: Purpose, until: string, token: string): string {
  return hashSecret(vault.pepper("passkeys"), JSON.stringify([kind, bearer, until, token]));
}
