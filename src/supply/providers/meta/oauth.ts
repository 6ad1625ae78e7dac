import type { Pairs, ProviderRequest, Slot } from "../contract/http.ts";
import type { Grant, OauthDescription } from "../contract/oauth.ts";
import { failed, ok, type ProviderError, REMEDY } from "../contract/provider-error.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { revocation } from "../kit/revocation.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { grantFrom } from "../kit/token-grant.ts";
import { readMeta } from "./errors.ts";
import { metaRequest } from "./requests.ts";

const DAY_SECONDS = 86_400;

function tokenRequest(path: string, query: Pairs): ProviderRequest {
  return {
    method: "GET",
    host: "api",
    path,
    query,
    auth: { kind: "none" },
    bucket: "tokens",
    effect: "write",
    sensitive: true,
  };
}

function grantBy(fields: (before: Grant) => Pairs): Link<null, Grant> {
  return {
    request: (_, before) =>
      tokenRequest("/oauth/access_token", [
        ["client_id", { secret: "client_id" }],
        ["client_secret", { secret: "client_secret" }],
        ...fields(before),
      ]),
    read(reply) {
      const body = readMeta(reply);
      if (!body.ok) return failed({ ...body.error, kind: kindOf(body.error) });
      const grant = grantFrom(body.value, reply);
      return grant.ok ? ok({ known: grant.value }) : grant;
    },
  };
}

/**
 * Code 1 is also used for a wrong client secret, which the application's administrator has to check. An invalid token
 * or code ends the consent.
 */
function kindOf({ kind, provider }: ProviderError): ProviderError["kind"] {
  if (provider.code === "1" && (provider.http ?? 500) < 500) return "setup_required";
  return kind === "invalid" || kind === "auth_expired" ? "auth_revoked" : kind;
}

const EMPTY: Grant = { accessToken: "", scopes: null };

function tokenJob(...links: readonly Link<null, Grant>[]) {
  return sequence<null, Grant, Grant>(
    () => links,
    () => EMPTY,
    (grant) => grant,
  );
}

/** Exchanges a token that is valid for hours, or for 60 days, for another that is valid for 60 days. */
const prolonged = (token: (before: Grant) => Slot): Link<null, Grant> =>
  grantBy((before) => [
    ["grant_type", "fb_exchange_token"],
    ["fb_exchange_token", token(before)],
  ]);

/**
 * What was granted, and until when. Meta returns no data from 90 days after the person's last visit on, even if tokens
 * are renewed.
 */
const inspected: Link<null, Grant> = {
  request: (_, { accessToken }) =>
    tokenRequest("/debug_token", [
      ["input_token", accessToken],
      ["access_token", { secret: "application_token" }],
    ]),
  read(reply, known, _, { now }) {
    const body = readMeta(reply);
    // The token is valid even without this; we only know less about it.
    if (!body.ok) return REMEDY[body.error.kind] === "refuse" ? ok({ known }) : body;
    const scopes = listAt(body.value, "data", "scopes").flatMap((one) => textAt(one) ?? []);
    const end = Number(textAt(body.value, "data", "data_access_expires_at") ?? 0);
    const left = Math.floor(end - new Date(now).getTime() / 1_000);
    return ok({
      known: {
        ...known,
        ...(Array.isArray(at(body.value, "data", "scopes")) && { scopes }),
        ...(left > 0 && { consentExpiresInSeconds: left }),
      },
    });
  },
};

/**
 * There are no refresh tokens: a token is exchanged for a longer one, and that one for another while it is still valid
 * (adapters §4).
 */
export const metaOauth: OauthDescription = {
  authorizeHost: "dialog",
  authorizePath: "/dialog/oauth",
  clientIdParameter: "client_id",
  fixed: { response_type: "code" },
  scopes: ["ads_management", "ads_read", "business_management", "pages_show_list", "pages_read_engagement"],
  scopeSeparator: ",",
  pkce: false,
  codeParameter: "code",
  consentLifeSeconds: 90 * DAY_SECONDS,
  exchange: tokenJob(
    grantBy(() => [
      ["redirect_uri", { secret: "redirect_uri" }],
      ["code", { secret: "code" }],
    ]),
    prolonged(({ accessToken }) => accessToken),
    inspected,
  ),
  refresh: tokenJob(
    prolonged(() => ({ secret: "access_token" })),
    inspected,
  ),
  revoke: revocation(metaRequest("DELETE", "/me/permissions", "write"), readMeta),
};
