import { MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Installation } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import type { Random } from "../../../ground/kernel/random.ts";
import { hashSecret, type Vault } from "../../../ground/vault/index.ts";
import type { Credential } from "../credential.ts";
import type { ClientPlace } from "./server/client.ts";

/** A consent that was requested and has not been given yet: its person is still at the authorization server. */
export interface Consent extends ClientPlace {
  readonly customerId: number;
  readonly stateHash: string;
  readonly credentialId: number;
  /** The user whose key asked for it; null for a key that belongs to no user. */
  readonly userId: number | null;
  readonly sourceName: string;
  /** The resource for which the token is issued (RFC 8707). */
  readonly resource: string;
  /** The origin of the page that opened the window, which is notified when the consent is done. */
  readonly openerOrigin: string | null;
  /** The URL at the authorization server to which our own page sends the browser, without the state and what derives from it. */
  readonly authorizationUrl: string;
  /** The hash of the secret that was given to the browser that began the consent; null before that. */
  readonly browserHash: string | null;
  /** Wall-clock time. */
  readonly expiresAt: Date;
}

export interface StartedConsent {
  readonly credential: Credential;
  /** Our own page, which the buyer opens in a browser to give consent. */
  readonly authorizationUrl: string;
  /** Comes back with the browser. It is valid for ten minutes and can be used once. */
  readonly state: string;
}

/** Buyer contract §j.8. */
export const CONSENT_LIFE_MS = 10 * MINUTE_MS;

/**
 * The same error for a state that was used, expired, never existed or belongs to somebody else, so that guessing
 * reveals nothing.
 */
export class StateInvalid extends Invalid {
  constructor() {
    super("state: this authorisation was used, is older than ten minutes or was never begun: begin it again", {
      field: "state",
    });
  }
}

/** The URL to which servers send browsers back, exactly as registered with them. */
export function callbackOf({ publicUrl }: Pick<Installation, "publicUrl">): string {
  return `${publicUrl}/api/v2/storefront/oauth/callback`;
}

/** Our own page, on which a consent begins. */
export function beginOf({ publicUrl }: Pick<Installation, "publicUrl">, state: string): string {
  return `${publicUrl}/api/v2/storefront/oauth/begin?state=${state}`;
}

/**
 * A loopback address is on the machine of the person who consents (RFC 8252 §7.3); any other address has been allowed
 * by the operator.
 */
export function mayReceive(redirectUri: string, installation: Installation): boolean {
  const { hostname, origin } = new URL(redirectUri);
  if (["localhost", "127.0.0.1", "[::1]"].includes(hostname)) return true;
  return redirectUri === callbackOf(installation) || installation.oauthRedirectOrigins.includes(origin);
}

export function browserHashOf(vault: Vault, browser: string): string {
  return hashSecret(vault.pepper("oauth browser"), browser);
}

/** 256 random bits. Only a hash of the state is stored. */
export function newState(random: Random): string {
  return `pending_${Buffer.from(random.bytes(32)).toString("base64url")}`;
}

export function stateHashOf(vault: Vault, state: string): string {
  return hashSecret(vault.pepper("oauth state"), state);
}

/** The PKCE verifier of a state (RFC 7636 §4.1). It is derived from the state and a key of ours, so it need not be stored. */
export function verifierOf(vault: Vault, state: string): string {
  return hashSecret(vault.pepper("oauth verifier"), state);
}
