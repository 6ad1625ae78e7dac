import { HOUR_MS, SECOND_MS } from "../kernel/clock.ts";

/** For how long a repetition gets the first answer. */
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
 * What is known of a key: nothing, so that it is taken by this lease; that its holder died, so that it is taken and goes on from
 * what that one had `claimed`; that its first request is under way; what that one answered; or that it was another request.
 */
export type Earlier =
  | { readonly kind: "none"; readonly lease: KeyLease }
  | { readonly kind: "abandoned"; readonly lease: KeyLease; readonly claimed: string }
  | { readonly kind: "running"; readonly leaseUntil: Date | null }
  | { readonly kind: "other_request" }
  | { readonly kind: "answered"; readonly status: number; readonly answer: unknown };
