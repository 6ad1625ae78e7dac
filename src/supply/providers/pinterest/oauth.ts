import type { OauthDescription } from "../contract/oauth.ts";
import { tokenCalls } from "../kit/token-grant.ts";

/**
 * A refresh token is valid for 60 days from each renewal. PKCE is not documented, and only tokens of system users can
 * be revoked (adapters §5).
 */
export const pinterestOauth: OauthDescription = {
  authorizeHost: "www",
  authorizePath: "/oauth/",
  clientIdParameter: "client_id",
  fixed: { response_type: "code" },
  scopes: ["ads:read", "ads:write", "pins:read", "pins:write", "boards:read", "boards:write", "user_accounts:read"],
  scopeSeparator: ",",
  pkce: false,
  codeParameter: "code",
  consentLifeSeconds: null,
  ...tokenCalls({
    host: "api",
    path: "/oauth/token",
    bucket: "tokens",
    pkce: false,
    basic: true,
    // Applications created before 25 September 2025 get a token that cannot be extended unless they ask for one that is
    // [S].
    exchangeAlso: [["continuous_refresh", "true"]],
  }),
};
