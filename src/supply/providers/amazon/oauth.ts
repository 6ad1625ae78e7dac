import type { OauthDescription } from "../contract/oauth.ts";
import { tokenCalls } from "../kit/token-grant.ts";

const YEAR_SECONDS = 365 * 86_400;

/**
 * Login with Amazon. Tokens are good in all regions [O], so consent is given at one address. A consent ends a year after it was
 * given [T] ⚠; the same refresh token comes back [O]; no call that revokes is known [?].
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
