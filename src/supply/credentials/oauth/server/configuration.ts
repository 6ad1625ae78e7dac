import * as oauth from "openid-client";
import { SECOND_MS } from "../../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../../ground/kernel/context.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { AuthMethod, OauthClient } from "./client.ts";

const PROOFS: Readonly<Record<AuthMethod, (secret: string | undefined) => oauth.ClientAuth>> = {
  none: () => oauth.None(),
  client_secret_basic: (secret) => oauth.ClientSecretBasic(secret),
  client_secret_post: (secret) => oauth.ClientSecretPost(secret),
};

/** The library's configuration for a server and our client there, with requests sent through `ground/outbound`. */
export function configurationOf(
  { outbound, installation }: Pick<CallContext, "outbound" | "installation">,
  server: AuthorizationServer,
  { clientId, authMethod, secret }: OauthClient,
): oauth.Configuration {
  const configuration = new oauth.Configuration(metadataOf(server), clientId, {}, PROOFS[authMethod](secret));
  configuration[oauth.customFetch] = (url, { body, ...options }) =>
    outbound.fetch(url, { ...options, ...(body !== null && { body: body as BodyInit }) });
  configuration.timeout = installation.sellerTimeoutMs / SECOND_MS;
  // `ground/outbound` refuses plain HTTP, except to loopback addresses in a sandbox.
  oauth.allowInsecureRequests(configuration);
  return configuration;
}

/**
 * Passes on all of the server's metadata, because the library uses more of it than we do, for example whether the
 * server identifies itself in its responses.
 */
function metadataOf(server: AuthorizationServer): oauth.ServerMetadata {
  return server as oauth.ServerMetadata;
}
