import { HOUR_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { MediaBuyOutcome, NewMediaBuy, NewPackage } from "../../../ground/seller-agent/index.ts";
import { honouredPart } from "../../../ground/seller-agent/targeting/index.ts";
import type { SellerResponse } from "../ask-seller.ts";
import { nextCheckOf } from "../checks/next-check.ts";
import { afterStep, type MediaBuy } from "../media-buy.ts";
import { afterOutcome } from "../outcome.ts";
import type { Package } from "../packages/package.ts";
import { errorOf, isNotNow, leavesDoubt } from "../refusal.ts";

/** How often a buy is sent by itself; then it waits to be executed again, unless it is known not to exist. */
export const MOST_ATTEMPTS = 10;

/** How long past the seller's own time a sending is taken for running. */
export const LEASE_MARGIN_MS = 10 * SECOND_MS;
const FIRST_RETRY_MS = 30 * SECOND_MS;

/** When a buy is taken up again after a sending that came to nothing: 30 s, then twice as long each time, to an hour. */
export function retryDelayMs(attempt: number, leaseMs: number): number {
  const backoff = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), HOUR_MS);
  return Math.max(backoff, leaseMs + SECOND_MS);
}

/** Built from what was stored at the first sending, so that every repetition says the same under the same key. */
export function toNewMediaBuy(buy: MediaBuy): NewMediaBuy {
  const targeting = honouredPart(buy.targeting, buy.honoured ?? []);
  const targeted = Object.keys(targeting).length > 0 ? { targeting } : {};
  return {
    idempotencyKey: buy.executionKey,
    buyerRef: buy.mediaBuyId,
    name: buy.name,
    flight: buy.flight,
    packages: buy.packages.map((part) => ({ ...toNewPackage(part), ...targeted })),
  };
}

function toNewPackage({ packageId: buyerRef, startTime, endTime, ...part }: Package): NewPackage {
  const { productId, pricingOptionId, budget, currency, bidPrice, pacing } = part;
  const terms = { buyerRef, productId, pricingOptionId, budget, currency, bidPrice, pacing };
  return { ...terms, ...(startTime && { startTime }), ...(endTime && { endTime }) };
}

/**
 * Whether this call may send the buy. A job names the attempt that left it behind and does nothing where another was
 * made since; a caller in person may always try, except while a sending is out.
 */
export function mayBeSent(buy: MediaBuy, attempt: number | undefined, wall: Date): boolean {
  if (buy.status !== "DRAFT" || buy.packages.length === 0) return false;
  if (isLeased(buy, wall)) return false;
  return attempt === undefined || (attempt === buy.attempts && attempt < MOST_ATTEMPTS);
}

/** Whether a sending is out: by somebody else, or by a process that died with it less than a lease ago. */
export function isLeased({ leaseUntil }: { readonly leaseUntil: Date | null }, wall: Date): boolean {
  return leaseUntil !== null && leaseUntil > wall;
}

export function beginSending(buy: MediaBuy, attempt: number, leaseUntil: Date, now: Date): MediaBuy {
  const waiting = { waitingOn: "platform", waitingFor: `an answer of ${buy.salesAgentName}` } as const;
  // Until it is heard otherwise the seller holds the buy: so it reads after a crash.
  const sent = { ...buy, ...waiting, submittedAt: buy.submittedAt ?? now, inDoubt: true, leaseUntil };
  return { ...sent, attempts: attempt, updatedAt: now };
}

export type Sent = SellerResponse<MediaBuyOutcome> | { readonly kind: "withheld"; readonly message: string };

/** A sending and what came of it. */
export interface Sending {
  /** The attempt's number, and the revision that it was claimed as. */
  readonly attempt: number;
  readonly revision: number;
  /** Whether the seller may have held the buy before. */
  readonly doubt: boolean;
  readonly reply: Sent;
}

/** The buy after a sending; the same buy where what is known of it is newer. */
export function afterSending(buy: MediaBuy, { attempt, revision, doubt, reply }: Sending, now: Date): MediaBuy {
  if (buy.status !== "DRAFT") return buy;
  const held = reply.kind === "answered" && reply.answer.kind !== "rejected";
  // That the seller holds the buy is true whoever hears it; anything else is for the latest sending to say.
  if (!held && buy.revision !== revision) return buy;
  const settled = held ? afterOutcome(buy, reply.answer, now) : afterNo(buy, reply, { attempt, doubt }, now);
  return { ...settled, nextCheckAt: nextCheckOf(settled, now) };
}

function afterNo(buy: MediaBuy, reply: Sent, sending: Pick<Sending, "attempt" | "doubt">, now: Date): MediaBuy {
  const landed = { ...buy, leaseUntil: null, updatedAt: now };
  if (reply.kind === "silence" || reply.kind === "withheld")
    return {
      ...landed,
      error: { code: reply.kind === "silence" ? "UNREACHABLE" : "OUTCOME_UNKNOWN", message: reply.message },
    };
  const errors = reply.kind === "refused" ? reply.errors : reply.answer.kind === "rejected" ? reply.answer.errors : [];
  const known = { ...landed, error: errorOf(errors), inDoubt: leavesDoubt(errors, sending.doubt) };
  if (known.inDoubt) return known;
  if (!isNotNow(errors)) return { ...afterStep(known, "reject", now), attempts: 0 };
  return sending.attempt >= MOST_ATTEMPTS ? afterStep(known, "fail", now) : known;
}
