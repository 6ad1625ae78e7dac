import type { ProviderReply } from "../contract/http.ts";
import { failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import { atFault } from "../kit/at-fault.ts";
import { type Lossless, readLossless } from "../kit/lossless.ts";
import { at, textAt } from "../kit/read.ts";
import { byStatus, readReply } from "../kit/reply.ts";

const BAD_REQUEST = 400;
const FORBIDDEN = 403;

/** Two forms are documented, one in the specification and one in the guide (⚠, adapters §8); both are read. */
function spotifyError(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  if (reply.status < BAD_REQUEST) return undefined;
  const said = byStatus(reply);
  const code = textAt(body, "error_codes", 0, "code") ?? textAt(body, "error", "code");
  const requestId = textAt(body, "sp_trace_id");
  const provider = {
    http: reply.status,
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
  };
  const message = textAt(body, "messages", 0) ?? textAt(body, "error", "message") ?? "";
  // The API's terms have to be accepted by a person, for each application and account [O quick-start].
  if (reply.status === FORBIDDEN && /\bterms\b/i.test(message))
    return fault(
      "setup_required",
      "the terms of Spotify's API are not accepted for this ad account: accept them in Spotify Ads Manager",
      { provider },
    );
  if (said.kind !== "invalid") return { ...said, provider };
  const about = atFault("Spotify", textAt(body, "validation_errors", 0, "message") ?? message);
  return fault(about.kind, about.message, { provider, ...(about.field !== undefined && { field: about.field }) });
}

export function readSpotify(reply: ProviderReply): Result<Lossless> {
  // The reply to a deletion is empty.
  if (reply.status === 204) return ok(null);
  return readReply(reply, spotifyError);
}

/** A single object; null if there is none with this id. */
export function readEntity(reply: ProviderReply): Result<Lossless> {
  const body = readSpotify(reply);
  if (!body.ok) return body.error.kind === "not_found" ? ok(null) : body;
  if (textAt(body.value, "id") !== undefined) return body;
  return failed(fault("unreadable", "no id came", { provider: { http: reply.status } }));
}

/** The id of what was created or changed. */
export function readId(reply: ProviderReply): Result<string> {
  const body = readSpotify(reply);
  if (!body.ok) return body;
  const id = textAt(body.value, "id");
  return id === undefined ? failed(fault("unreadable", "no id came", { provider: { http: reply.status } })) : ok(id);
}

/** Whether somebody has changed the draft since its version was read. */
export function isConflict(reply: ProviderReply): boolean {
  return reply.status === 409 && at(readLossless(reply.text), "error_codes") !== undefined;
}
