import type { OauthDescription } from "../contract/oauth.ts";
import { ok } from "../contract/provider-error.ts";
import { sequence } from "../kit/sequence.ts";
import { tokenCalls, tokenRequest } from "../kit/token-grant.ts";

const TOKENS = { host: "oauth", path: "/token", bucket: "tokens", pkce: true } as const;

/**
 * A refresh token is only issued with `offline` and `consent`. It lasts until it is revoked, or unused for six months
 * (adapters §3).
 */
export const googleOauth: OauthDescription = {
  authorizeHost: "accounts",
  authorizePath: "/o/oauth2/v2/auth",
  clientIdParameter: "client_id",
  fixed: { response_type: "code", access_type: "offline", prompt: "consent" },
  scopes: ["https://www.googleapis.com/auth/adwords"],
  scopeSeparator: " ",
  pkce: true,
  codeParameter: "code",
  consentLifeSeconds: null,
  ...tokenCalls(TOKENS),
  // Whatever the answer, nothing more can be done: a token that is unknown there has already been revoked.
  revoke: sequence<null, null, null>(
    () => [
      {
        request: () => tokenRequest({ ...TOKENS, path: "/revoke" }, [["token", { secret: "refresh_token" }]]),
        read: () => ok({ known: null }),
      },
    ],
    () => null,
    () => null,
  ),
};
