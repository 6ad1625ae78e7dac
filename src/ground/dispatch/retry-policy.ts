import { after, SECOND_MS } from "../kernel/clock.ts";
import type { Installation } from "../kernel/context.ts";

/** How a request is repeated until there is an answer. */
export interface RetryPolicy {
  /** The receiver and the request, as the table of policies describes them. */
  readonly asks: string;
  readonly patience: Patience;
  /** The pause after each failed attempt, in ms. There is one attempt more than there are pauses. */
  readonly pausesMs: readonly number[];
  /** Each interactive request starts with a full number of attempts. Otherwise, once all attempts are used, an interactive request is tried once. */
  readonly anewInPerson?: true;
  /**
   * For a record with its own due time, by which its agenda finds it: how long after a failed attempt it is due again. The pause doubles
   * each time, and attempts continue for as long as the record exists.
   */
  readonly backOff?: { readonly firstMs: number; readonly longestMs: number };
}

/** How long one attempt may take in total: in ms, and as multiples of the installation's settings. */
export interface Patience {
  readonly ms?: number;
  readonly sellerCalls?: number;
  readonly examinations?: number;
}

/** The maximum time between the end of a call and storing its result. */
const MARGIN_MS = 15 * SECOND_MS;
/** The maximum difference between two machines' clocks, so that a recovery job does not run too early. */
const SKEW_MS = SECOND_MS;

/** Doubling pauses up to the longest: `mostAttempts` attempts in all. */
export function doubling(firstMs: number, longestMs: number, mostAttempts: number): number[] {
  return Array.from({ length: mostAttempts - 1 }, (_, done) => Math.min(firstMs * 2 ** done, longestMs));
}

export function mostAttemptsOf({ pausesMs }: RetryPolicy): number {
  return pausesMs.length + 1;
}

/** In ms. An interactive caller may allow less. */
export function patienceOf(
  { patience: { ms = 0, sellerCalls = 0, examinations = 0 } }: Pick<RetryPolicy, "patience">,
  { sellerTimeoutMs, compliance }: Installation,
  timeoutMs = Number.POSITIVE_INFINITY,
): number {
  return Math.min(timeoutMs, ms + sellerCalls * sellerTimeoutMs + examinations * compliance.mostMs);
}

/** When a record that has failed this many times is due again. */
export function nextAttemptAfter(
  { firstMs, longestMs }: NonNullable<RetryPolicy["backOff"]>,
  attempts: number,
  at: Date,
) {
  return after(at, Math.min(firstMs * 2 ** Math.max(attempts - 1, 0), longestMs));
}

/** How long nobody else may make an attempt. */
export function leaseMsOf(patienceMs: number): number {
  return patienceMs + MARGIN_MS;
}

/** How long to wait before checking whether the process of an attempt has died. */
export function recoveryMsOf(leaseMs: number): number {
  return leaseMs + SKEW_MS;
}
