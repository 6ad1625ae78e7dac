import type { Pairs, ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { AnyJob } from "../contract/job.ts";
import type { Grant, OauthDescription } from "../contract/oauth.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { type Lossless, readLossless } from "./lossless.ts";
import { textAt } from "./read.ts";
import { byStatus, MESSAGES } from "./reply.ts";
import { type Link, sequence } from "./sequence.ts";

/** The token endpoint of a provider that follows RFC 6749. */
export interface TokenPlace {
  readonly host: string;
  readonly path: string;
  readonly bucket: string;
  readonly pkce: boolean;
  /** Set if the client authenticates in a header (RFC 6749 §2.3.1) instead of the body. */
  readonly basic?: true;
  readonly headers?: Pairs;
  /** Further parameters for exchanging the code. */
  readonly exchangeAlso?: Pairs;
}

const CLIENT: Pairs = [
  ["client_id", { secret: "client_id" }],
  ["client_secret", { secret: "client_secret" }],
];

const EMPTY: Grant = { accessToken: "", scopes: null };

/** The two token calls of an authorization code grant. */
export function tokenCalls(place: TokenPlace): Required<Pick<OauthDescription, "exchange" | "refresh">> {
  return {
    exchange: grantJob(place, [
      ["grant_type", "authorization_code"],
      ["code", { secret: "code" }],
      ["redirect_uri", { secret: "redirect_uri" }],
      ...(place.pkce ? [["code_verifier", { secret: "code_verifier" }] as const] : []),
      ...(place.exchangeAlso ?? []),
    ]),
    refresh: grantJob(place, [
      ["grant_type", "refresh_token"],
      ["refresh_token", { secret: "refresh_token" }],
    ]),
  };
}

export function tokenRequest({ host, path, bucket, basic, headers = [] }: TokenPlace, fields: Pairs): ProviderRequest {
  const body = { kind: "form", fields } as const;
  const auth = { kind: basic ? "client_basic" : "none" } as const;
  return { method: "POST", host, path, headers, auth, body, bucket, effect: "write", sensitive: true };
}

function grantJob(place: TokenPlace, fields: Pairs): AnyJob<null, Grant> {
  const link: Link<null, Grant> = {
    request: () => tokenRequest(place, [...(place.basic ? [] : CLIENT), ...fields]),
    read(reply) {
      const grant = grantIn(reply);
      return grant.ok ? ok({ known: grant.value }) : grant;
    },
  };
  return sequence(
    () => [link],
    () => EMPTY,
    (grant) => grant,
  );
}

/** RFC 6749 §5: of an error at the token endpoint, only its code matters. */
function grantIn(reply: ProviderReply): Result<Grant> {
  const body = readLossless(reply.text);
  const provider = { http: reply.status };
  const error = textAt(body, "error");
  // A 401 always concerns the client, never the grant (RFC 6749 §5.2), even if a provider does not use the standard's
  // error codes.
  if (reply.status === 401 || error === "invalid_client" || error === "unauthorized_client")
    return failed(
      fault("setup_required", "the provider does not accept the application's id and secret", { provider }),
    );
  if (error === "temporarily_unavailable" || error === "server_error")
    return failed(fault("temporary", MESSAGES.temporary ?? "", { provider }));
  if (error !== undefined || (reply.status >= 400 && reply.status < 500 && reply.status !== 429))
    return failed(fault("auth_revoked", MESSAGES.auth_revoked ?? "", { provider }));
  if (reply.status >= 400) return failed(byStatus(reply));
  return grantFrom(body, reply);
}

/** RFC 6749 §5.1. */
export function grantFrom(body: Lossless | undefined, { status }: Pick<ProviderReply, "status">): Result<Grant> {
  const accessToken = textAt(body, "access_token");
  if (!accessToken) return failed(fault("unreadable", "no token came", { provider: { http: status } }));
  const refreshToken = textAt(body, "refresh_token");
  const expiresInSeconds = secondsIn(body, "expires_in");
  const refreshExpiresInSeconds = secondsIn(body, "refresh_token_expires_in");
  const scope = textAt(body, "scope");
  return ok({
    accessToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresInSeconds !== undefined && { expiresInSeconds }),
    ...(refreshExpiresInSeconds !== undefined && { refreshExpiresInSeconds }),
    scopes: scope === undefined ? null : scope.split(/[\s,]+/),
  });
}

function secondsIn(body: Lossless | undefined, name: string): number | undefined {
  const seconds = Number(textAt(body, name) ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
