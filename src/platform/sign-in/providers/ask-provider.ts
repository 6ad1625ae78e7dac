import * as oidc from "openid-client";
import type { Host } from "../../../ground/kernel/host.ts";
import type { Login } from "./login.ts";
import { type Client, discover } from "./openid-client.ts";
import { callbackPathOf } from "./provider.ts";
import type { Claims } from "./verified-address.ts";

type OutboundContext = Pick<Host, "outbound" | "installation" | "log">;

/** A provider's answer: its claims about a person, a refusal (`declined`), or nothing that can be used (`failed`). */
export type Answer =
  | { readonly kind: "claimed"; readonly claims: Claims }
  | { readonly kind: "refused"; readonly why: "declined" | "failed" };

/** The URL at which the browser is signed in; undefined if the provider does not answer. */
export async function authorizationUrlAt(
  client: Client,
  { customerId, state, nonce, verifier }: Login,
  { outbound, installation, log }: OutboundContext,
): Promise<URL | undefined> {
  try {
    return oidc.buildAuthorizationUrl(await discover(client, outbound), {
      redirect_uri: installation.publicUrl + callbackPathOf(customerId),
      scope: "openid email profile",
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
  } catch (error) {
    log.info({ err: error, customerId }, "an identity provider did not answer");
    return undefined;
  }
}

/** Redeems the code with which a browser returned, at the same provider to which it was sent. */
export async function redeem(
  client: Client,
  { customerId, state, nonce, verifier }: Login,
  answer: URLSearchParams,
  { outbound, installation, log }: OutboundContext,
): Promise<Answer> {
  const url = new URL(installation.publicUrl + callbackPathOf(customerId));
  url.search = answer.toString();
  try {
    const configuration = await discover(client, outbound);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await oidc.authorizationCodeGrant(configuration, url, checks);
    return { kind: "claimed", claims: await claimsOf(tokens, configuration) };
  } catch (error) {
    if (error instanceof oidc.AuthorizationResponseError) return { kind: "refused", why: "declined" };
    log.info({ err: error, customerId }, "a sign-in by an identity provider failed");
    return { kind: "refused", why: "failed" };
  }
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

/**
 * Some providers issue an ID token without the address if there is an access token with which it can be requested; Okta's own server is one
 * of them.
 */
async function claimsOf(tokens: Tokens, configuration: oidc.Configuration): Promise<Claims> {
  const claims = tokens.claims();
  if (!claims) throw new Error("the provider gave no ID token");
  if (claims["email"] !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims;
  return { ...(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
}
