import * as oidc from "openid-client";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Outbound } from "../../../ground/outbound/index.ts";
import type { IdentityProvider } from "./provider.ts";

const TIMEOUT_MS = 10 * SECOND_MS;
/** The maximum difference between a provider's clock and ours. */
const TOLERANCE_SECONDS = 30;

export interface Client extends Pick<IdentityProvider, "issuer" | "clientId"> {
  readonly secret: string;
}

/** A provider's metadata, and our client there. It is discovered each time, through `ground/outbound`. */
export function discover({ issuer, clientId, secret }: Client, outbound: Outbound): Promise<oidc.Configuration> {
  const metadata = { [oidc.clockTolerance]: TOLERANCE_SECONDS, client_secret: secret };
  return oidc.discovery(new URL(issuer), clientId, metadata, proofOf(secret), {
    timeout: TIMEOUT_MS / SECOND_MS,
    [oidc.customFetch]: (url, { body, ...options }) =>
      outbound.fetch(url, { ...options, ...(body !== null && { body: body as BodyInit }) }),
    // `ground/outbound` refuses plain HTTP anyway, except to loopback addresses in a sandbox. The signatures of ID tokens are verified
    // although TLS already protects them.
    execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
  });
}

/** A provider that does not state its authentication methods supports the header (OpenID Connect Discovery 1.0, 3). */
function proofOf(secret: string): oidc.ClientAuth {
  return (server, ...rest) => {
    const takesBody = server.token_endpoint_auth_methods_supported?.includes("client_secret_post");
    (takesBody ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret))(server, ...rest);
  };
}
