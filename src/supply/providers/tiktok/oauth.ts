import type { Pairs, ProviderRequest } from "../contract/http.ts";
import type { Grant, OauthDescription } from "../contract/oauth.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { listAt, textAt } from "../kit/read.ts";
import { revocation } from "../kit/revocation.ts";
import { sequence } from "../kit/sequence.ts";
import { readTiktok } from "./errors.ts";

export const APPLICATION: Pairs = [
  ["app_id", { secret: "client_id" }],
  ["secret", { secret: "client_secret" }],
];

function tokenCall(path: string, fields: Pairs): ProviderRequest {
  return {
    method: "POST",
    host: "api",
    path,
    auth: { kind: "none" },
    body: { kind: "json_slots", fields: [...APPLICATION, ...fields] },
    bucket: "application",
    effect: "write",
    sensitive: true,
  };
}

const EMPTY: Grant = { accessToken: "", scopes: null };

const exchange = sequence<null, Grant, Grant>(
  () => [
    {
      request: () => tokenCall("/oauth2/access_token/", [["auth_code", { secret: "code" }]]),
      read(reply) {
        const body = readTiktok(reply);
        if (!body.ok) return body;
        const accessToken = textAt(body.value, "data", "access_token");
        if (!accessToken) return failed(fault("unreadable", "no token came", { provider: { http: reply.status } }));
        const scopes = listAt(body.value, "data", "scope").flatMap((one) => textAt(one) ?? []);
        return ok({ known: { accessToken, scopes } });
      },
    },
  ],
  () => EMPTY,
  (grant) => grant,
);

/**
 * The request names the client `app_id`, and the code comes back as `auth_code` [T]. Permissions are determined by the
 * application. A token is valid until somebody revokes it, and is never renewed [T quoting O].
 */
export const tiktokOauth: OauthDescription = {
  authorizeHost: "portal",
  authorizePath: "/portal/auth",
  clientIdParameter: "app_id",
  fixed: {},
  scopes: [],
  scopeSeparator: null,
  pkce: false,
  codeParameter: "auth_code",
  consentLifeSeconds: null,
  exchange,
  revoke: revocation(tokenCall("/oauth2/revoke_token/", [["access_token", { secret: "access_token" }]]), readTiktok),
};
