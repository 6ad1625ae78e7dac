import type { OauthDescription } from "../contract/oauth.ts";
import { tokenCalls } from "../kit/token-grant.ts";

const YEAR_SECONDS = 365 * 86_400;

/**
 * Login with Amazon. Tokens are valid in all regions [O], so consent is given at a single address. A consent ends a
 * year after it was given [T] ⚠; a renewal returns the same refresh token [O]; no call to revoke a consent is known
 * [?].
 */
export const amazonOauth: OauthDescription = {
  authorizeHost: "consent",
  authorizePath: "/ap/oa",
  clientIdParameter: "client_id",
  fixed: { response_type: "code" },
  scopes: ["advertising::campaign_management"],
  scopeSeparator: " ",
  pkce: true,
  codeParameter: "code",
  consentLifeSeconds: YEAR_SECONDS,
  ...tokenCalls({ host: "tokens", path: "/auth/o2/token", bucket: "tokens", pkce: true }),
};
