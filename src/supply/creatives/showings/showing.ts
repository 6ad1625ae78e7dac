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

/** What the sources of an order were last sent to show, and their responses. */
export interface Showing extends Progress {
  readonly orderId: string;
  /** Another content has another one, also where it was shown before. */
  readonly number: number;
  /** Of what was sent under the number; null where nothing ever was. */
  readonly digest: string | null;
  /** As long as some source has not decided, or has yet to book what it is to show. */
  readonly isOpen: boolean;
  /** The result for each creative; null until every source has decided. */
  readonly outcomes: readonly CreativeOutcome[] | null;
  readonly error: string | null;
}

/** What an order is to show, before there is a key for it. */
export type ToShow = Omit<CreativesToSync, "idempotencyKey">;

export function digestOf(toShow: ToShow): string {
  return createHash("sha256").update(JSON.stringify(toShow)).digest("hex");
}

/** The same for every repetition of the same content: a source then does it once. */
export function keyOf({ orderId, number }: Showing): string {
  return `${orderId} shows ${number}`;
}

/**
 * Whether this still has to be sent to the sources; nothing is sent if they have never had anything and there is
 * nothing to show.
 */
export function isToBeSent({ digest, outcomes }: Showing, toShow: ToShow): boolean {
  if (toShow.packages.length === 0 || (digest === null && toShow.creatives.length === 0)) return false;
  return outcomes === null || digest !== digestOf(toShow);
}

/** The showing with its new content: different content is another request, with its own attempts. */
export function withToShow<S extends Showing>(before: S, toShow: ToShow): S {
  const digest = digestOf(toShow);
  const open = stepShowing(before, "send");
  if (before.digest === digest) return open;
  return { ...open, number: before.number + 1, digest, outcomes: null, error: null, attempts: 0 };
}

/** The showing after what the sources said. `goesOn` where there is more to show by now, or to come. */
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
