import type { OauthDescription } from "../contract/oauth.ts";
import { tokenCalls } from "../kit/token-grant.ts";

/**
 * Access tokens are valid for an hour, and a refresh token is only returned when it is rotated [S]. No scopes are
 * requested; PKCE works as in Spotify's own tool [T]. There is no call for revocation [K].
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
