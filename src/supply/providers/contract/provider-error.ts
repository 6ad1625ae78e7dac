/** What an adapter can say against a request. Each kind has one consequence, which the host knows: see `REMEDY`. */
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
  /** In our words, for the caller: a provider's own text is never shown unchecked. */
  readonly message: string;
  /** As AdCP spells it, never as the provider does. */
  readonly field?: string;
  /** After how many seconds to ask again; absent for the host's own pause. */
  readonly retryAfterSeconds?: number;
  readonly minimum?: { readonly amount: string; readonly currency: string };
  /** For debugging: codes and ids, no texts. */
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
 * have been done, and is looked up before it is sent again. `renew`: with a fresh token. `end`: nothing more is sent
 * for this connection until there is a new consent. `refuse`: the answer is no.
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
