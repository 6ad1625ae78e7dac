import { HOUR_MS, SECOND_MS } from "../kernel/clock.ts";

/** How long a retry receives the first answer. */
export const KEPT_MS = 24 * HOUR_MS;
/** How long a key is held after its holder last renewed it; the holder renews it while it is working. */
export const LEASE_MS = 30 * SECOND_MS;
export const RENEWED_EVERY_MS = LEASE_MS / 3;

export interface KeyedRequest {
  readonly customerId: number;
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of the operation and its input. */
  readonly requestHash: string;
}

/** A key that is held. A request that takes it over has a higher fence, and the first holder's writes are then refused. */
export interface KeyLease extends KeyedRequest {
  readonly fence: number;
}

/**
 * The state of a key: unknown, so this lease takes it; abandoned by a holder that died, so this lease takes it over and continues from what
 * was `claimed`; in progress; answered; or used by a different request.
 */
export type Earlier =
  | { readonly kind: "none"; readonly lease: KeyLease }
  | { readonly kind: "abandoned"; readonly lease: KeyLease; readonly claimed: string }
  | { readonly kind: "running"; readonly leaseUntil: Date | null }
  | { readonly kind: "other_request" }
  | { readonly kind: "answered"; readonly status: number; readonly answer: unknown };
