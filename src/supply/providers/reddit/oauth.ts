import type { OauthDescription } from "../contract/oauth.ts";
import { failed, ok } from "../contract/provider-error.ts";
import { byStatus } from "../kit/reply.ts";
import { revocation } from "../kit/revocation.ts";
import { tokenCalls, tokenRequest } from "../kit/token-grant.ts";
import { AGENT } from "./requests.ts";

const PLACE = { host: "www", bucket: "tokens", pkce: false, basic: true, headers: AGENT } as const;

/**
 * The answer says how long a token is valid; a refresh token does not expire, but each answer may contain a new one
 * (adapters §6).
 */
export const redditOauth: OauthDescription = {
  authorizeHost: "www",
  authorizePath: "/api/v1/authorize",
  clientIdParameter: "client_id",
  // Without this, no refresh token is issued.
  fixed: { response_type: "code", duration: "permanent" },
  scopes: ["adsread", "adsedit", "history", "read"],
  scopeSeparator: ",",
  pkce: false,
  codeParameter: "code",
  consentLifeSeconds: null,
  ...tokenCalls({ ...PLACE, path: "/api/v1/access_token" }),
  revoke: revocation(
    tokenRequest({ ...PLACE, path: "/api/v1/revoke_token" }, [
      ["token", { secret: "refresh_token" }],
      ["token_type_hint", "refresh_token"],
    ]),
    // The answer is empty.
    (reply) => (reply.status < 400 ? ok(null) : failed(byStatus(reply))),
  ),
};
