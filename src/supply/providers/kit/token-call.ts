import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { AnyJob } from "../contract/job.ts";
import type { Grant } from "../contract/oauth.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import type { Lossless } from "./lossless.ts";
import { textAt } from "./read.ts";
import { type Link, sequence } from "./sequence.ts";

const EMPTY: Grant = { accessToken: "", scopes: null };

/** A grant as RFC 6749 §5.1 has it. */
export function readGrant(body: Lossless, { status }: ProviderReply): Result<Grant> {
  const accessToken = textAt(body, "access_token");
  if (!accessToken) return failed(fault("unreadable", "no token came", { provider: { http: status } }));
  const refreshToken = textAt(body, "refresh_token");
  const seconds = (name: string) => {
    const count = Number(textAt(body, name) ?? Number.NaN);
    return Number.isFinite(count) && count > 0 ? count : undefined;
  };
  const [expiresInSeconds, refreshExpiresInSeconds] = [seconds("expires_in"), seconds("refresh_token_expires_in")];
  const scope = textAt(body, "scope");
  return ok({
    accessToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresInSeconds !== undefined && { expiresInSeconds }),
    ...(refreshExpiresInSeconds !== undefined && { refreshExpiresInSeconds }),
    scopes: scope === undefined ? null : scope.split(/[\s,]+/).filter((one) => one !== ""),
  });
}

/** One call of a token endpoint. Of an error there its name is what counts (RFC 6749 §5.2): a grant that is no good ends the consent. */
export function tokenLink(
  request: (before: Grant) => ProviderRequest,
  read: (reply: ProviderReply) => Result<Lossless>,
): Link<null, Grant> {
  return {
    request: (_, before) => request(before),
    read(reply) {
      const body = read(reply);
      if (!body.ok) return body.error.kind === "invalid" ? failed({ ...body.error, kind: "auth_revoked" }) : body;
      const grant = readGrant(body.value, reply);
      return grant.ok ? ok({ known: grant.value }) : grant;
    },
  };
}

export function tokenJob(...links: readonly Link<null, Grant>[]): AnyJob<null, Grant> {
  return sequence<null, Grant, Grant>(
    () => links,
    () => EMPTY,
    (grant) => grant,
  );
}

/** A call that takes a consent back; what is gone already is gone. */
export function revocation(
  request: ProviderRequest,
  read: (reply: ProviderReply) => Result<unknown>,
): AnyJob<null, null> {
  return sequence<null, null, null>(
    () => [
      {
        request: () => request,
        read(reply) {
          const done = read(reply);
          const isGone = !done.ok && ["auth_expired", "auth_revoked", "not_found"].includes(done.error.kind);
          return done.ok || isGone ? ok({ known: null }) : done;
        },
      },
    ],
    () => null,
    () => null,
  );
}
