import { createHash } from "node:crypto";
import type { CreativeOutcome, CreativesToSync } from "../../../ground/seller-agent/index.ts";
import type { PassedOn } from "../../orders/creatives/index.ts";

/** What the sources of an order were last given to show, and what they said of it. */
export interface Showing {
  readonly orderId: string;
  /** Another content has another one, also where it was shown before. */
  readonly number: number;
  /** Of what was sent under the number; null where nothing ever was. */
  readonly digest: string | null;
  /** As long as some source has not decided, or has yet to book what it is to show. */
  readonly isOpen: boolean;
  /** What became of each creative; null until every source has decided. */
  readonly outcomes: readonly CreativeOutcome[] | null;
  readonly error: string | null;
  readonly attempts: number;
  /** Of the wall. */
  readonly leaseUntil: Date | null;
}

/** What an order is to show, before there is a key for it. */
export type ToShow = Omit<CreativesToSync, "idempotencyKey">;

/** How often the same creatives are sent by themselves. */
const MOST_ATTEMPTS = 8;

export function digestOf(toShow: ToShow): string {
  return createHash("sha256").update(JSON.stringify(toShow)).digest("hex");
}

/** The same for every repetition of the same content: a source then does it once. */
export function keyOf({ orderId, number }: Showing): string {
  return `${orderId} shows ${number}`;
}

/** For how long somebody is still sending it, in ms; 0 where nobody is. */
export function leaseLeftMs({ leaseUntil }: Showing, wall: Date): number {
  return leaseUntil ? Math.max(0, leaseUntil.getTime() - wall.getTime()) : 0;
}

/** Whether the sources are still to be given this. Those that were never given anything are not told of nothing. */
export function isToBeSent({ digest, outcomes }: Showing, toShow: ToShow): boolean {
  if (toShow.packages.length === 0 || (digest === null && toShow.creatives.length === 0)) return false;
  return outcomes === null || digest !== digestOf(toShow);
}

/** The showing as somebody sends it; what was sent too often in vain is let be until it changes. */
export function begun(before: Showing, toShow: ToShow, leaseUntil: Date): Showing {
  const digest = digestOf(toShow);
  if (before.digest !== digest) {
    const number = before.number + 1;
    return { ...before, number, digest, isOpen: true, outcomes: null, error: null, attempts: 1, leaseUntil };
  }
  if (before.attempts >= MOST_ATTEMPTS) return { ...before, isOpen: false, leaseUntil: null };
  return { ...before, isOpen: true, attempts: before.attempts + 1, leaseUntil };
}

/** The showing after what the sources said. `goesOn` where there is more to show by now, or to come. */
export function ended(sent: Showing, passed: PassedOn, goesOn: boolean): Showing {
  if (passed.kind === "undecided") return { ...sent, error: passed.message, leaseUntil: null };
  return { ...sent, isOpen: goesOn, outcomes: passed.outcomes, error: null, attempts: 0, leaseUntil: null };
}
