/** The kinds of errors that an adapter can report. The host knows the consequence of each kind: see `REMEDY`. */
export type ErrorKind =
  | "auth_expired"
  | "auth_revoked"
  | "scope_missing"
  | "permission"
  | "setup_required"
  | "not_found"
  | "invalid"
  | "policy"
  | "below_minimum"
  | "billing"
  | "conflict"
  | "throttled"
  | "temporary"
  | "ambiguous"
  | "unsupported"
  | "unreadable";

export interface ProviderError {
  readonly kind: ErrorKind;
  /** Our own wording, for the caller: a provider's text is never shown unchecked. */
  readonly message: string;
  /** In AdCP's spelling, never in the provider's. */
  readonly field?: string;
  /** How many seconds to wait before the next attempt; absent for the host's usual pause. */
  readonly retryAfterSeconds?: number;
  readonly minimum?: { readonly amount: string; readonly currency: string };
  /** For debugging: codes and ids, but no texts. */
  readonly provider: {
    readonly http?: number;
    readonly code?: string;
    readonly subcode?: string;
    readonly requestId?: string;
  };
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ProviderError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fault(
  kind: ErrorKind,
  message: string,
  rest: Partial<Omit<ProviderError, "kind" | "message">> = {},
): ProviderError {
  return { kind, message, provider: {}, ...rest };
}

export function failed<T>(error: ProviderError): Result<T> {
  return { ok: false, error };
}

/**
 * The consequence of an error. `again`: nothing was done, and the same request may be sent later. `unknown`: it may
 * have been done, so it is looked up before it is sent again. `renew`: send it again with a fresh token. `end`: nothing
 * more is sent for this connection until there is a new consent. `refuse`: the request is refused.
 */
type Remedy = "again" | "unknown" | "renew" | "end" | "refuse";

export const REMEDY: Readonly<Record<ErrorKind, Remedy>> = {
  auth_expired: "renew",
  auth_revoked: "end",
  scope_missing: "refuse",
  permission: "refuse",
  setup_required: "refuse",
  not_found: "refuse",
  invalid: "refuse",
  policy: "refuse",
  below_minimum: "refuse",
  billing: "refuse",
  conflict: "refuse",
  throttled: "again",
  temporary: "unknown",
  ambiguous: "unknown",
  unsupported: "refuse",
  unreadable: "unknown",
};
