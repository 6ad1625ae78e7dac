import * as oauth from "openid-client";
import { after, SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { adoptConsent } from "../../sources/consents/index.ts";
import { findCredential } from "../store.ts";
import { type Consent, stateHashOf, verifierOf } from "./consent.ts";
import { renewAtFor, sealTokens } from "./grants/grant.ts";
import { saveNewGrant, standCredential } from "./grants/store.ts";
import { askForTokens, type Granted } from "./server/ask-for-tokens.ts";
import type { OauthFailure } from "./server/oauth-failure.ts";
import { type StateBearer, takeConsent } from "./store.ts";

/** What came back from the authorization server, and who brings it. */
export interface ServersAnswer {
  readonly state: string;
  /** The query that the server sent the browser back with. */
  readonly parameters: URLSearchParams;
  readonly byKey?: StateBearer["byKey"];
}

/** A consent whose state is used up. Holds secrets: it lives for one call. */
export interface TakenConsent extends ServersAnswer {
  readonly consent: Consent;
  readonly verifier: string;
}

/**
 * Undefined for a state that is used, expired or unknown: the state is used up from here on, whatever happens to the
 * rest.
 */
export async function takeAnswer(ctx: Context, answer: ServersAnswer): Promise<TakenConsent | undefined> {
  const { state, byKey } = answer;
  const bearer = { customerId: ctx.viewer.customerId, stateHash: stateHashOf(ctx.vault, state), byKey };
  const consent = await takeConsent(ctx.db, bearer, wallOf(ctx));
  return consent && { ...answer, consent, verifier: verifierOf(ctx.vault, state) };
}

/** Redeems the code, at the very server that the buyer was sent to. */
export async function redeemCode(
  { consent, verifier, state, parameters, byKey }: TakenConsent,
  out: CallContext,
): Promise<Granted | OauthFailure> {
  const { issuer, redirectUri, resource } = consent;
  const answer = new URLSearchParams(parameters);
  // An agent only passes on code and state (buyer contract §j.8). Its key shows whose state that is; a browser must
  // show `iss` if the server promises it (RFC 9207 §2.4), or nothing is redeemed.
  if (byKey && !answer.has("iss")) answer.set("iss", issuer);
  return askForTokens(out, consent, (configuration) =>
    oauth.authorizationCodeGrant(
      configuration,
      new URL(`${redirectUri}?${answer}`),
      { pkceCodeVerifier: verifier, expectedState: state },
      { resource },
    ),
  );
}

/** Whether the tokens are kept; they are not where the credential was deleted meanwhile. */
export async function keepGrant(
  ctx: Context,
  { consent }: TakenConsent,
  { tokens, expiresIn }: Granted,
): Promise<boolean> {
  const wall = wallOf(ctx);
  if (!(await standCredential(ctx.db, consent, { step: "open", statusReason: null }, ctx.now))) return false;
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
