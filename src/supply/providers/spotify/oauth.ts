import type { OauthDescription } from "../contract/oauth.ts";
import { tokenCalls } from "../kit/token-grant.ts";

/**
 * Access tokens live an hour, and a refresh token comes only where it was rotated [S]. Nothing is asked for by scope; PKCE is that of
 * Spotify's own tool [T]. There is no call that revokes [K].
 */
export const spotifyOauth: OauthDescription = {
  authorizeHost: "accounts",
  authorizePath: "/authorize",
  clientIdParameter: "client_id",
  fixed: { response_type: "code" },
  scopes: [],
  scopeSeparator: null,
  pkce: true,
  codeParameter: "code",
  consentLifeSeconds: null,
  ...tokenCalls({ host: "accounts", path: "/api/token", bucket: "tokens", pkce: true, basic: true }),
};
