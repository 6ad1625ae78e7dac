import type { Pairs, ProviderRequest } from "../contract/http.ts";
import type { Grant, OauthDescription } from "../contract/oauth.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readSnap } from "./errors.ts";

const SCOPE = "snapchat-marketing-api";

function tokenRequest(fields: Pairs): ProviderRequest {
  return {
    method: "POST",
    host: "accounts",
    path: "/login/oauth2/access_token",
    auth: { kind: "none" },
    body: {
      kind: "form",
      fields: [["client_id", { secret: "client_id" }], ["client_secret", { secret: "client_secret" }], ...fields],
    },
    bucket: "tokens",
    effect: "write",
    sensitive: true,
  };
}

const grantBy = (fields: Pairs): Link<null, Grant | undefined> => ({
  request: () => tokenRequest(fields),
  read(reply) {
    const body = readSnap(reply);
    // RFC 6749 §5.2: of an error at the token endpoint its name is what counts.
    if (!body.ok) return body.error.kind === "invalid" ? failed({ ...body.error, kind: "auth_revoked" }) : body;
    const accessToken = textAt(body.value, "access_token");
    if (!accessToken) return failed(fault("unreadable", "no token came", { provider: { http: reply.status } }));
    const refreshToken = textAt(body.value, "refresh_token");
    const expires = Number(textAt(body.value, "expires_in"));
    const scope = textAt(body.value, "scope");
    const known: Grant = {
      accessToken,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(Number.isFinite(expires) && { expiresInSeconds: expires }),
      scopes: scope === undefined ? null : scope.split(/[\s,]+/),
    };
    return ok({ known });
  },
});

const EMPTY: Grant = { accessToken: "", scopes: null };

const grantJob = (fields: Pairs) =>
  sequence<null, Grant | undefined, Grant>(
    () => [grantBy(fields)],
    () => undefined,
    (grant) => grant ?? EMPTY,
  );

/** Access tokens live an hour, refresh tokens until nobody knows when; PKCE is not described, and there is no call that revokes (adapters §7). */
export const snapOauth: OauthDescription = {
  authorizeHost: "accounts",
  authorizePath: "/login/oauth2/authorize",
  clientIdParameter: "client_id",
  fixed: { response_type: "code" },
  scopes: [SCOPE],
  scopeSeparator: " ",
  pkce: false,
  codeParameter: "code",
  consentLifeSeconds: null,
  exchange: grantJob([
    ["grant_type", "authorization_code"],
    ["code", { secret: "code" }],
    ["redirect_uri", { secret: "redirect_uri" }],
  ]),
  refresh: grantJob([
    ["grant_type", "refresh_token"],
    ["refresh_token", { secret: "refresh_token" }],
  ]),
};
