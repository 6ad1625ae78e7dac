import { createHash } from "node:crypto";
import { MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Random } from "../../../ground/kernel/random.ts";
import { hashSecret, type Vault } from "../../../ground/vault/index.ts";
import type { OauthDescription } from "../contract/oauth.ts";
import type { Provider } from "../contract/provider.ts";

/** A consent that was requested and has not been given yet: its person is still at the platform. */
export interface Consent {
  readonly customerId: number;
  readonly stateHash: string;
  readonly connectionId: number;
  readonly provider: Provider;
  /** The name under which people know the storefront. */
  readonly storefront: string;
  /** The user who began it. */
  readonly userId: number | null;
  readonly email: string | null;
  readonly browserHash: string | null;
  /** Wall-clock time. */
  readonly expiresAt: Date;
}

export const CONSENT_LIFE_MS = 10 * MINUTE_MS;

/** 256 random bits. Only a hash of the state is stored. */
export function newState(random: Random): string {
  return Buffer.from(random.bytes(32)).toString("base64url");
}

export function stateHashOf(vault: Vault, state: string): string {
  return hashSecret(vault.pepper("provider state"), state);
}

export function browserHashOf(vault: Vault, browser: string): string {
  return hashSecret(vault.pepper("provider browser"), browser);
}

/** The PKCE verifier of a state (RFC 7636 §4.1). It is derived from the state and a key of ours, so it need not be stored. */
export function verifierOf(vault: Vault, state: string): string {
  return hashSecret(vault.pepper("provider verifier"), state);
}

interface ConsentRequest {
  readonly base: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
}

/** The URL at which a person consents: the platform's own page, with a `state` that contains everything needed afterwards. */
export function authorizeUrl(
  oauth: OauthDescription,
  { base, clientId, redirectUri, state, verifier }: ConsentRequest,
): string {
  const url = new URL(`${base.replace(/\/$/, "")}${oauth.authorizePath}`);
  const query = url.searchParams;
  query.set(oauth.clientIdParameter, clientId);
  query.set("redirect_uri", redirectUri);
  query.set("state", state);
  for (const [name, value] of Object.entries(oauth.fixed)) query.set(name, value);
  if (oauth.scopeSeparator !== null && oauth.scopes.length > 0)
    query.set("scope", oauth.scopes.join(oauth.scopeSeparator));
  if (oauth.pkce) {
    query.set("code_challenge", createHash("sha256").update(verifier).digest("base64url"));
    query.set("code_challenge_method", "S256");
  }
  return url.href;
}
