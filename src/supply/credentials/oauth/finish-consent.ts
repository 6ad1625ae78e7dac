import * as oauth from "openid-client";
import { after, SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { adoptConsent } from "../../sources/consents/index.ts";
import { findCredential } from "../store.ts";
import { type Consent, stateHashOf, verifierOf } from "./consent.ts";
import { renewAtFor, sealTokens } from "./grants/grant.ts";
import { saveCredentialStatus, saveNewGrant } from "./grants/store.ts";
import type { OauthFailure } from "./server/oauth-failure.ts";
import { type Granted, requestTokens } from "./server/request-tokens.ts";
import { type ConsentState, consumeConsent } from "./store.ts";

/** What the authorization server returned, and who brings it. */
export interface ServersAnswer {
  readonly state: string;
  /** The query string with which the server sent the browser back. */
  readonly parameters: URLSearchParams;
  readonly byKey?: ConsentState["byKey"];
}

/** A consent whose state has been used up. It contains secrets, and exists only for one call. */
export interface TakenConsent extends ServersAnswer {
  readonly consent: Consent;
  readonly verifier: string;
}

/** Uses the state up, whatever happens afterwards. Undefined if it was already used, has expired or never existed. */
export async function consumeState(ctx: Context, answer: ServersAnswer): Promise<TakenConsent | undefined> {
  const { state, byKey } = answer;
  const bearer = { customerId: ctx.viewer.customerId, stateHash: stateHashOf(ctx.vault, state), byKey };
  const consent = await consumeConsent(ctx.db, bearer, wallOf(ctx));
  return consent && { ...answer, consent, verifier: verifierOf(ctx.vault, state) };
}

/** Exchanges the code for tokens, at the same server to which the buyer was sent. */
export async function redeemCode(
  { consent, verifier, state, parameters, byKey }: TakenConsent,
  out: CallContext,
): Promise<Granted | OauthFailure> {
  const { issuer, redirectUri, resource } = consent;
  const answer = new URLSearchParams(parameters);
  // An agent only passes on code and state (buyer contract §j.8), but its key shows that the state was issued to it. If
  // the server promises `iss` (RFC 9207 §2.4), a browser has to bring it, or the code is not redeemed.
  if (byKey && !answer.has("iss")) answer.set("iss", issuer);
  return requestTokens(out, consent, (configuration) =>
    oauth.authorizationCodeGrant(
      configuration,
      new URL(`${redirectUri}?${answer}`),
      { pkceCodeVerifier: verifier, expectedState: state },
      { resource },
    ),
  );
}

/** Stores the tokens; returns false if the credential was deleted in the meantime. */
export async function saveGrant(
  ctx: Context,
  { consent }: TakenConsent,
  { tokens, expiresIn }: Granted,
): Promise<boolean> {
  const wall = wallOf(ctx);
  if (!(await saveCredentialStatus(ctx.db, consent, { step: "open", statusReason: null }, ctx.now))) return false;
  const expiresAt = expiresIn === undefined ? null : after(wall, expiresIn * SECOND_MS);
  const grant = {
    ...consent,
    sealed: sealTokens(ctx.vault, consent, tokens),
    expiresAt,
    renewAt: renewAtFor(expiresAt, tokens, wall),
  };
  await saveNewGrant(ctx.db, grant, wall);
  const credential = await findCredential(ctx.db, consent.customerId, consent.credentialId);
  if (credential) await adoptConsent(ctx, credential.agentId, credential.credentialId);
  return true;
}
