import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { AnyJob } from "../contract/job.ts";
import { ok, type Result } from "../contract/provider-error.ts";
import { sequence } from "./sequence.ts";

/** A call that revokes a consent; one that is already gone counts as revoked. */
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
