import { after } from "../kernel/clock.ts";

/** How far a record has come with what it asks of somebody outside. Its times are the wall's. */
export interface Progress {
  readonly attempts: number;
  /** Goes up with every attempt and never back: of two who write, the one with the later fence holds the record. */
  readonly fence: number;
  /** Until then somebody is asking. */
  readonly leaseUntil: Date | null;
  /**
   * Since when whoever is asked may have acted without our knowing; null where it has not, for certain. Left out by what does
   * no harm when it is done twice.
   */
  readonly sentAt?: Date | null;
}

/** What one attempt came to. `heard` is what was said all the same, where something was. */
export type Outcome<A> =
  /** Whoever was asked has decided. */
  | { readonly kind: "answered"; readonly answer: A }
  /** It did nothing, for certain, and may be asked again. */
  | { readonly kind: "not_taken"; readonly message: string; readonly response?: A }
  /** It may have acted: asked again as the same request alone. */
  | { readonly kind: "unknown"; readonly message: string; readonly response?: A }
  /** It may have acted, and asked again it could act a second time. */
  | { readonly kind: "lost"; readonly message: string };

/** What becomes of the record after an attempt. */
export type Result<A> =
  | { readonly kind: "answered"; readonly answer: A }
  | { readonly kind: "again"; readonly message: string; readonly at: Date; readonly response?: A }
  /** Asked as often as the policy allows. */
  | { readonly kind: "given_up"; readonly message: string; readonly response?: A }
  | { readonly kind: "lost"; readonly message: string };

/** One attempt, as the call knows it. */
export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  /** Since when whoever is asked may have acted, by an earlier attempt; null where it has not. */
  readonly sentAt: Date | null;
  readonly timeoutMs: number;
}

/** A record that is asked for from now on. Until it is heard otherwise whoever is asked has acted: so it reads after a crash. */
export function begun<T extends Progress>(record: T, leaseUntil: Date, wall: Date): T {
  const sent = record.sentAt === undefined ? {} : { sentAt: record.sentAt ?? wall };
  return { ...record, ...sent, attempts: record.attempts + 1, fence: record.fence + 1, leaseUntil };
}

/** The record after an attempt that its holder writes down. */
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
