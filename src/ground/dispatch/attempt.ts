import { after } from "../kernel/clock.ts";

/** The progress of a record's external request. Its times are real time. */
export interface Progress {
  readonly attempts: number;
  /** Incremented with every attempt: of two writers, the one with the later fence holds the record. */
  readonly fence: number;
  /** Until this time, an attempt is in progress. */
  readonly leaseUntil: Date | null;
  /** The time from which the receiver may have acted without our knowledge; null if it certainly has not. Omitted if a repetition does no harm. */
  readonly sentAt?: Date | null;
}

/** The result of one attempt. `response` is the receiver's response, if there was one in spite of the outcome. */
export type Outcome<A> =
  /** The receiver has decided. */
  | { readonly kind: "answered"; readonly answer: A }
  /** The receiver certainly did nothing, so the request may be repeated. */
  | { readonly kind: "not_taken"; readonly message: string; readonly response?: A }
  /** The receiver may have acted, so only the same request may be repeated. */
  | { readonly kind: "unknown"; readonly message: string; readonly response?: A }
  /** The receiver may have acted, and a repetition could make it act again. */
  | { readonly kind: "lost"; readonly message: string };

/** The record's state after an attempt. */
export type Result<A> =
  | { readonly kind: "answered"; readonly answer: A }
  | { readonly kind: "again"; readonly message: string; readonly at: Date; readonly response?: A }
  /** Repeated as often as the policy allows. */
  | { readonly kind: "given_up"; readonly message: string; readonly response?: A }
  | { readonly kind: "lost"; readonly message: string };

/** One attempt, as the call sees it. */
export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  /** The time from which the receiver may have acted because of an earlier attempt; null if it certainly has not. */
  readonly sentAt: Date | null;
  readonly timeoutMs: number;
}

/**
 * A record for which a new request begins. Until there is an answer, the receiver is assumed to have acted, because this is the state that
 * a crash leaves behind.
 */
export function begun<T extends Progress>(record: T, leaseUntil: Date, wall: Date): T {
  const sent = record.sentAt === undefined ? {} : { sentAt: record.sentAt ?? wall };
  return { ...record, ...sent, attempts: record.attempts + 1, fence: record.fence + 1, leaseUntil };
}

/** The record after an attempt, as the holder of the fence stores it. */
export function landed<T extends Progress>(
  record: T,
  before: Pick<Attempt, "sentAt">,
  { kind }: Pick<Outcome<unknown>, "kind">,
): T {
  const unsent = kind === "not_taken" && record.sentAt !== undefined;
  return { ...record, leaseUntil: null, ...(unsent && { sentAt: before.sentAt }) };
}

export function resultOf<A>(
  outcome: Outcome<A>,
  { attempts }: Progress,
  pausesMs: readonly number[],
  wall: Date,
): Result<A> {
  if (outcome.kind === "answered" || outcome.kind === "lost") return outcome;
  const { kind: _, ...said } = outcome;
  const pauseMs = pausesMs[attempts - 1];
  return pauseMs === undefined ? { kind: "given_up", ...said } : { kind: "again", ...said, at: after(wall, pauseMs) };
}
