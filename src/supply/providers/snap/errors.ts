import type { ProviderReply } from "../contract/http.ts";
import { failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import { atFault } from "../kit/at-fault.ts";
import { type Lossless, readLossless } from "../kit/lossless.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { byStatus, MESSAGES, readReply } from "../kit/reply.ts";

/**
 * An error may come with status 200: `request_status` states it for the whole request, and `sub_request_status` for one
 * of its items.
 */
function snapError(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  const status = textAt(body, "request_status")?.toUpperCase();
  if (status === "SUCCESS" || status === "PARTIAL") return undefined;
  if (status === undefined && reply.status < 400) return undefined;
  return errorFrom(body, reply);
}

function errorFrom(body: Lossless, reply: ProviderReply): ProviderError {
  const code = textAt(body, "error_code");
  const requestId = textAt(body, "request_id");
  const said = reply.status >= 400 ? byStatus(reply) : undefined;
  // The codes are not published (docs/providers.md), so the status decides the kind.
  const kind = said?.kind ?? "invalid";
  const grant = textAt(body, "error");
  return fault(grant === "invalid_grant" ? "auth_revoked" : kind, MESSAGES[kind] ?? "Snap refused the request", {
    ...(said?.retryAfterSeconds !== undefined && { retryAfterSeconds: said.retryAfterSeconds }),
    provider: {
      http: reply.status,
      ...(code !== undefined && { code }),
      ...(requestId !== undefined && { requestId }),
    },
  });
}

export function readSnap(reply: ProviderReply): Result<Lossless> {
  return readReply(reply, snapError);
}

/**
 * The items of a list, unwrapped: `campaigns: [{sub_request_status, campaign: {…}}]`. The first item that failed fails
 * the whole list.
 */
export function readItems(reply: ProviderReply, list: string, item: string): Result<readonly Lossless[]> {
  const said = readLossless(reply.text);
  const broken = listAt(said, list).find((entry) => textAt(entry, "sub_request_status")?.toUpperCase() === "ERROR");
  if (broken !== undefined && reply.status < 400) return failed(itemError(broken, reply));
  const body = readSnap(reply);
  if (!body.ok) return body;
  const entries = listAt(body.value, list);
  const items = entries.flatMap((entry) => at(entry, item) ?? []);
  // A missing list is not the same as an empty one: a write whose answer says nothing may not have been done.
  const isSilent = at(body.value, list) === undefined && textAt(body.value, "request_status") === undefined;
  if (isSilent || (entries.length > 0 && items.length === 0))
    return failed(fault("unreadable", "the answer could not be read", { provider: { http: reply.status } }));
  return ok(items);
}

/** Snap's error for an item uses Snap's field names, which are translated to ours. */
function itemError(entry: Lossless, reply: ProviderReply): ProviderError {
  const { kind, message, field } = atFault("Snap", textAt(entry, "sub_request_error_reason") ?? "");
  return fault(kind, message, {
    ...(field !== undefined && { field }),
    provider: { http: reply.status, code: "item" },
  });
}
