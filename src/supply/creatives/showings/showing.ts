import { createHash } from "node:crypto";
import type { Progress, Result } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { CreativeOutcome, CreativesToSync } from "../../../ground/seller-agent/index.ts";

export const showingLife = lifecycle({
  noun: "showing of an order's creatives",
  starts: ["open"],
  states: {
    open: "a source still has to receive what to show, to decide, or to book the package",
    settled: "every source has decided, or all attempts were made: the next assignment reopens it",
  },
  transitions: {
    send: { open: "open", settled: "open" },
    settle: { open: "settled", settled: "settled" },
  },
});

/** What was last sent to an order's sources to show, and their responses. */
export interface Showing extends Progress {
  readonly orderId: string;
  /** A new number for every change of content, even back to content that was shown before. */
  readonly number: number;
  /** The digest of what was sent under the number; null if nothing was ever sent. */
  readonly digest: string | null;
  /** True as long as some source has not decided, or has yet to book what it is to show. */
  readonly isOpen: boolean;
  /** The result for each creative; null until every source has decided. */
  readonly outcomes: readonly CreativeOutcome[] | null;
  readonly error: string | null;
}

/** What an order is to show, before it gets an idempotency key. */
export type CreativesToShow = Omit<CreativesToSync, "idempotencyKey">;

export function digestOf(toShow: CreativesToShow): string {
  return createHash("sha256").update(JSON.stringify(toShow)).digest("hex");
}

/** The idempotency key. It is the same for every repetition of the same content, so that a source processes it once. */
export function keyOf({ orderId, number }: Showing): string {
  return `${orderId} shows ${number}`;
}

/**
 * Whether this still has to be sent to the sources. Nothing is sent if there is nothing to show and they have never
 * received anything.
 */
export function isToBeSent({ digest, outcomes }: Showing, toShow: CreativesToShow): boolean {
  if (toShow.packages.length === 0 || (digest === null && toShow.creatives.length === 0)) return false;
  return outcomes === null || digest !== digestOf(toShow);
}

/** The showing with its new content. Different content makes a new request, with its own attempts. */
export function withToShow<S extends Showing>(before: S, toShow: CreativesToShow): S {
  const digest = digestOf(toShow);
  const open = stepShowing(before, "send");
  if (before.digest === digest) return open;
  return { ...open, number: before.number + 1, digest, outcomes: null, error: null, attempts: 0 };
}

/** The showing after the sources' answers. `goesOn` says that there is more to show already, or soon will be. */
export function afterShowing<S extends Showing>(
  sent: S,
  result: Result<readonly CreativeOutcome[]>,
  goesOn: boolean,
): S {
  if (result.kind === "again") return { ...sent, error: result.message };
  if (result.kind !== "answered") return { ...stepShowing(sent, goesOn ? "send" : "settle"), error: result.message };
  const decided = { ...sent, outcomes: result.answer, error: null, attempts: 0 };
  return stepShowing(decided, goesOn ? "send" : "settle");
}

/** The showing after a step. */
export function stepShowing<S extends Showing>(showing: S, step: "send" | "settle"): S {
  return { ...showing, isOpen: stepped(showingLife, step, showing.isOpen ? "open" : "settled") === "open" };
}
