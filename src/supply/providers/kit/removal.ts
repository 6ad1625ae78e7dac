import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { AnyJob, JobContext, RemoteRef } from "../contract/job.ts";
import { ok, type Result } from "../contract/provider-error.ts";
import { sequence } from "./sequence.ts";

/** Removes things one after the other; what is already gone counts as removed. */
export function removal(
  things: readonly RemoteRef[],
  request: (thing: RemoteRef, ctx: JobContext) => ProviderRequest,
  read: (reply: ProviderReply) => Result<unknown>,
): AnyJob<null, null> {
  return sequence<null, null, null>(
    () =>
      things.map((thing) => ({
        request: (_, __, ctx) => request(thing, ctx),
        read(reply) {
          const done = read(reply);
          return done.ok || done.error.kind === "not_found" ? ok({ known: null }) : done;
        },
      })),
    () => null,
    () => null,
  );
}
