import {
  allowInsecureRequests,
  type Configuration,
  type DynamicClientRegistrationRequestOptions,
  discovery,
  dynamicClientRegistration,
  initiateDeviceAuthorization,
  None,
  pollDeviceAuthorizationGrant,
  refreshTokenGrant,
  type TokenEndpointResponse,
  tokenRevocation,
} from "openid-client";
import type { Tokens } from "./profile.ts";

const GRANT = "urn:ietf:params:oauth:grant-type:device_code";
/** The part of the server for which the tokens are valid (RFC 8707). */
const API = "/api/v2";
/** The assumed lifetime of a token if the server does not state one. */
const USUAL_SECONDS = 300;

interface Code {
  readonly userCode: string;
  readonly address: string;
}

/** Logs in as the person who confirms the code in a browser (RFC 8628). `show` receives the code and the address at which to enter it. */
export async function logInByDevice(
  server: string,
  scope: string | undefined,
  show: (code: Code) => void,
): Promise<Tokens> {
  const metadata = {
    client_name: "Interchange command line",
    redirect_uris: [],
    response_types: [],
    grant_types: [GRANT, "refresh_token"],
    token_endpoint_auth_method: "none",
  };
  const config = await dynamicClientRegistration(new URL(server), metadata, None(), optionsFor(server));
  const resource = new URL(API, server).href;
  const begun = await initiateDeviceAuthorization(config, { resource, ...(scope !== undefined && { scope }) });
  show({ userCode: begun.user_code, address: begun.verification_uri_complete ?? begun.verification_uri });
  return tokensOf(server, config, await pollDeviceAuthorizationGrant(config, begun));
}

/** Gets the next access token, together with the refresh token that replaces the used one. */
export async function renew(tokens: Tokens): Promise<Tokens> {
  if (tokens.refresh === undefined) throw new Error("there is no refresh token");
  const config = await configurationOf(tokens);
  const renewed = await refreshTokenGrant(config, tokens.refresh);
  return { refresh: tokens.refresh, ...tokensOf(tokens.issuer, config, renewed) };
}

export async function revoke(tokens: Tokens): Promise<void> {
  await tokenRevocation(await configurationOf(tokens), tokens.refresh ?? tokens.access);
}

function configurationOf({ issuer, clientId }: Tokens): Promise<Configuration> {
  return discovery(new URL(issuer), clientId, undefined, None(), optionsFor(issuer));
}

/** A server on the local machine may be used without TLS. */
function optionsFor(server: string): DynamicClientRegistrationRequestOptions {
  const inTheClear = new URL(server).protocol === "http:";
  return { algorithm: "oauth2", ...(inTheClear && { execute: [allowInsecureRequests] }) };
}

function tokensOf(server: string, config: Configuration, granted: TokenEndpointResponse): Tokens {
  const expiresAt = new Date(Date.now() + (granted.expires_in ?? USUAL_SECONDS) * 1_000).toISOString();
  const { access_token: access, refresh_token: refresh } = granted;
  const { client_id: clientId } = config.clientMetadata();
  return { issuer: server, clientId, access, expiresAt, ...(refresh !== undefined && { refresh }) };
}
