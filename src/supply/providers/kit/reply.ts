import type { ProviderReply } from "../contract/http.ts";
import { type ErrorKind, failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import { type Lossless, readLossless } from "./lossless.ts";

/** Reads a provider's own error; undefined if the reply is not an error. */
export type ErrorReader = (body: Lossless, reply: ProviderReply) => ProviderError | undefined;

/** A reply's JSON, or an error: the provider's own if there is one, otherwise that of the status. */
export function readReply(reply: ProviderReply, errorIn: ErrorReader): Result<Lossless> {
  const body = readLossless(reply.text);
  if (body !== undefined) {
    const error = errorIn(body, reply);
    if (error) return failed(error);
  }
  if (reply.status >= 400) return failed(byStatus(reply));
  if (body === undefined)
    return failed(fault("unreadable", "the answer could not be read", { provider: { http: reply.status } }));
  return ok(body);
}

const KINDS: Readonly<Record<number, ErrorKind>> = {
  401: "auth_expired",
  403: "permission",
  404: "not_found",
  409: "conflict",
  429: "throttled",
};

/** The error for an HTTP status, without anything else. */
export function byStatus({ status, headers }: ProviderReply): ProviderError {
  const kind = KINDS[status] ?? (status >= 500 ? "temporary" : "invalid");
  const seconds = Number(headers["retry-after"]);
  return fault(kind, MESSAGES[kind] ?? "the provider refused the request", {
    provider: { http: status },
    ...(Number.isFinite(seconds) && seconds > 0 && { retryAfterSeconds: Math.ceil(seconds) }),
  });
}

/** The messages for errors whose code at the provider has none of its own. */
export const MESSAGES: Readonly<Partial<Record<ErrorKind, string>>> = {
  auth_expired: "the access token has expired",
  auth_revoked: "the provider no longer accepts the consent",
  permission: "the account that consented may not do this at the provider",
  not_found: "the provider has nothing with this id",
  conflict: "something at the provider conflicts with it",
  throttled: "the provider asks for a pause",
  temporary: "the provider could not answer now",
  invalid: "the provider refused the request",
  policy: "the provider's advertising policies do not allow it",
  billing: "the provider account's billing is not in order",
  unreadable: "the answer could not be read",
};
