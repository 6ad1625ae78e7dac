import { HOUR_MS, SECOND_MS } from "../kernel/clock.ts";

/** How long a retry gets the first answer. */
export const KEPT_MS = 24 * HOUR_MS;
/** How long a key counts as held after its holder's last renewal; the holder renews it while it is working. */
export const LEASE_MS = 30 * SECOND_MS;
export const RENEWED_EVERY_MS = LEASE_MS / 3;

export interface KeyedRequest {
  readonly customerId: number;
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of the operation and its input. */
  readonly requestHash: string;
}

/**
 * A key that is held. Whoever has taken it over since has a higher fence, and the first holder's writes are then
 * refused.
 */
export interface KeyLease extends KeyedRequest {
  readonly fence: number;
}

/**
 * The state of a key: unknown, so this lease takes it; its holder died, so it is taken over and continues from what
 * that one had `claimed`; its first request is in progress; its answer; or it was another request.
 */
export type Earlier =
  | { readonly kind: "none"; readonly lease: KeyLease }
  | { readonly kind: "abandoned"; readonly lease: KeyLease; readonly claimed: string }
  | { readonly kind: "running"; readonly leaseUntil: Date | null }
  | { readonly kind: "other_request" }
  | { readonly kind: "answered"; readonly status: number; readonly answer: unknown };
