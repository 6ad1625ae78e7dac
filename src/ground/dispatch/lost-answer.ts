import { MINUTE_MS, SECOND_MS } from "../kernel/clock.ts";
import type { MediaBuyOutcome } from "../seller-agent/media-buy.ts";
import type { Capabilities, SellerAgent, SellerCall } from "../seller-agent/port.ts";
import type { SellerError } from "../seller-agent/seller-error.ts";
import type { Outcome } from "./attempt.ts";

/** Codes by which a seller says that it has not processed a request at all (AdCP 3.1, error-code). */
const NOT_PROCESSED: ReadonlySet<string> = new Set(["RATE_LIMITED", "SERVICE_UNAVAILABLE"]);

/** Codes about the key, the caller or the release, which a seller returns before it processes the request. */
const BEFORE_THE_REQUEST =
  /^(IDEMPOTENCY|AUTH|ACCOUNT|AGENT|PERMISSION|SCOPE|READ_ONLY|CREDENTIAL|VERSION|CONFIGURATION|BILLING|RATE)/;

/** The seller did not act now, but may accept the same request later. */
export function isTransient(errors: readonly SellerError[]): boolean {
  return errors.length > 0 && errors.every(({ recovery }) => recovery === "transient");
}

/**
 * What a seller's errors mean for a request that changes something: it is refused; it certainly was not processed; or
 * it may have been acted on, now or in an earlier attempt. `sentBefore` is whether an earlier one may have arrived.
 */
export function meaningOf(errors: readonly SellerError[], sentBefore: boolean): "refused" | "not_taken" | "unknown" {
  if (isTransient(errors))
    return !sentBefore && errors.every(({ code }) => NOT_PROCESSED.has(code)) ? "not_taken" : "unknown";
  // A key that the seller reports as used or expired must have reached it before, whatever our records say.
  if (errors.some(({ code }) => code.startsWith("IDEMPOTENCY"))) return "unknown";
  // The answer to a retry is the answer to the request, unless the seller did not process it.
  return sentBefore && errors.some(({ code }) => BEFORE_THE_REQUEST.test(code)) ? "unknown" : "refused";
}

/** A seller's answer as the result of an attempt. */
export function outcomeAfter(answer: MediaBuyOutcome, sentBefore: boolean): Outcome<MediaBuyOutcome> {
  if (answer.kind !== "rejected") return { kind: "answered", answer };
  const kind = meaningOf(answer.errors, sentBefore);
  if (kind === "refused") return { kind: "answered", answer };
  return { kind, message: answer.errors.map(({ message }) => message).join("; "), response: answer };
}

/** The difference between the seller's clock and ours, including the time a request may be in transit. */
const MARGIN_MS = 10 * MINUTE_MS;

/**
 * Whether a seller still recognises a repeated request. A seller that has forgotten the key, or never remembers keys, would carry the
 * request out again.
 */
export function remembers({ idempotencyTtlSeconds: ttl }: Capabilities, sentAt: Date, wall: Date): boolean {
  return ttl !== null && wall.getTime() - sentAt.getTime() < ttl * SECOND_MS - MARGIN_MS;
}

/** Asks the seller itself, bypassing the cache, before repeating a request on which it may have acted; undefined if it does not say. */
export async function stillRemembers(
  agent: SellerAgent,
  sentAt: Date,
  call: SellerCall,
  wall: Date,
): Promise<boolean | undefined> {
  try {
    return remembers(await agent.capabilities(call), sentAt, wall);
  } catch {
    return undefined;
  }
}
