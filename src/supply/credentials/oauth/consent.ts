import { MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Installation } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import type { Random } from "../../../ground/kernel/random.ts";
import { hashSecret, type Vault } from "../../../ground/vault/index.ts";
import type { Credential } from "../credential.ts";
import type { ClientPlace } from "./server/client.ts";

/** Somebody who was sent to an authorization server and has not come back. */
export interface Consent extends ClientPlace {
  readonly customerId: number;
  readonly stateHash: string;
  readonly credentialId: number;
  /** Whose key asked for it; null for a key that is nobody's. */
  readonly userId: number | null;
  readonly sourceName: string;
  /** What the token is made out for (RFC 8707). */
  readonly resource: string;
  /** The page that opened the window, which is notified when it is done. */
  readonly openerOrigin: string | null;
  /** Where the browser goes from our own page, but for the state and what is made of it. */
  readonly authorizationUrl: string;
  /** Of the secret that the browser was given which began it; null until one has. */
  readonly browserHash: string | null;
  /** By the wall. */
  readonly expiresAt: Date;
}

export interface StartedConsent {
  readonly credential: Credential;
  /** Our own page, from where the buyer goes to consent, in a browser. */
  readonly authorizationUrl: string;
  /** Comes back with the browser, and is good for ten minutes and for one time. */
  readonly state: string;
}

/** Buyer contract §j.8. */
export const CONSENT_LIFE_MS = 10 * MINUTE_MS;

/** Used, expired, somebody else's and never begun are one answer: who guesses learns nothing. */
export class StateInvalid extends Invalid {
  constructor() {
    super("state: this authorisation was used, is older than ten minutes or was never begun: begin it again", {
      field: "state",
    });
  }
}

/** Where servers send browsers back to, to the letter of what they have registered. */
export function callbackOf({ publicUrl }: Pick<Installation, "publicUrl">): string {
  return `${publicUrl}/api/v2/storefront/oauth/callback`;
}

/** Our own page, where a consent begins. */
export function beginOf({ publicUrl }: Pick<Installation, "publicUrl">, state: string): string {
  return `${publicUrl}/api/v2/storefront/oauth/begin?state=${state}`;
}

/**
 * Loopback is the machine of the person who consents (RFC 8252 §7.3); any other address was allowed by the operator.
 */
export function mayReceive(redirectUri: string, installation: Installation): boolean {
  const { hostname, origin } = new URL(redirectUri);
  if (["localhost", "127.0.0.1", "[::1]"].includes(hostname)) return true;
  return redirectUri === callbackOf(installation) || installation.oauthRedirectOrigins.includes(origin);
}

export function browserHashOf(vault: Vault, browser: string): string {
  return hashSecret(vault.pepper("oauth browser"), browser);
}

/** 256 random bits, of which only a hash is stored. */
export function newState(random: Random): string {
  return `pending_${Buffer.from(random.bytes(32)).toString("base64url")}`;
}

export function stateHashOf(vault: Vault, state: string): string {
  return hashSecret(vault.pepper("oauth state"), state);
}

/** The PKCE verifier of a state (RFC 7636 §4.1). Made from the state and a key of ours, it need not be kept anywhere. */
export function verifierOf(vault: Vault, state: string): string {
  return hashSecret(vault.pepper("oauth verifier"), state);
}
