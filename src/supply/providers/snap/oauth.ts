import type { OauthDescription } from "../contract/oauth.ts";
import { tokenCalls } from "../kit/token-grant.ts";

/**
 * Access tokens are valid for an hour, refresh tokens for an unknown time. PKCE is not documented, and there is no call
 * for revocation (adapters §7).
 */
export const snapOauth: OauthDescription = {
  authorizeHost: "accounts",
  authorizePath: "/login/oauth2/authorize",
  clientIdParameter: "client_id",
  fixed: { response_type: "code" },
  scopes: ["snapchat-marketing-api"],
  scopeSeparator: " ",
  pkce: false,
  codeParameter: "code",
  consentLifeSeconds: null,
  ...tokenCalls({ host: "accounts", path: "/login/oauth2/access_token", bucket: "tokens", pkce: false }),
};
