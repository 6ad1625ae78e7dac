import type * as oauth from "openid-client";
import type { CallContext } from "../../../../ground/kernel/context.ts";
import type { Tokens } from "../grants/grant.ts";
import type { ClientPlace } from "./client.ts";
import { configurationOf } from "./configuration.ts";
import { discoverServer } from "./discover-server.ts";
import { clientAt, dropClient } from "./find-client.ts";
import { type OauthFailure, oauthFailureOf } from "./oauth-failure.ts";

/** The tokens that a server issued. They are valid for `expiresIn` seconds, if the server says so. */
export interface Granted {
  readonly kind: "granted";
  readonly tokens: Tokens;
  readonly expiresIn: number | undefined;
}

type TokenRequest = (configuration: oauth.Configuration) => Promise<oauth.TokenEndpointResponse>;

/** Requests tokens from a server, with this installation's client there. */
export async function requestTokens(
  out: CallContext,
  place: ClientPlace,
  ask: TokenRequest,
): Promise<Granted | OauthFailure> {
  try {
    const server = await discoverServer(out, place.issuer);
    const client = await clientAt(out, server, place.redirectUri);
    const answer = await ask(configurationOf(out, server, client)).then(grantedBy, oauthFailureOf);
    if (answer.kind === "granted") return answer;
    out.log.warn(
      { ...answer, issuer: place.issuer, requestId: out.requestId },
      "an authorization server gave no tokens",
    );
    if (answer.code === "invalid_client") await dropClient(out, place, client);
    return answer;
  } catch (error) {
    return oauthFailureOf(error);
  }
}

function grantedBy(answer: oauth.TokenEndpointResponse): Granted | OauthFailure {
  // Only bearer tokens are supported (RFC 6750); the source would refuse any other kind.
  if (answer.token_type !== "bearer") return { kind: "failed", code: `token_type ${answer.token_type}` };
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn } = answer;
  return { kind: "granted", tokens: { accessToken, ...(refreshToken && { refreshToken }) }, expiresIn };
}
