import type { Progress } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { MediaBuyStatus, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { MediaBuyState } from "../media-buy-state.ts";
import type { MediaBuyUpdate } from "./update.ts";

export type ChangeKind = "pause" | "resume" | "cancel" | "update";

type ChangeState = "open" | "done" | "refused" | "failed";

export const changeLife = lifecycle({
  noun: "change of a media buy",
  // A change that is impossible is refused at once, and one that has already happened is done at once.
  starts: ["open", "done", "refused"],
  states: {
    open: "it waits for its seller, or for the seller's decision on the media buy",
    done: "the seller made the change",
    refused: "the seller refused it, or another change replaced it",
    failed: "the seller was asked as often as is safe, and has not said whether it made it",
  },
  transitions: {
    make: { open: "done" },
    refuse: { open: "refused" },
    fail: { open: "failed" },
  },
});

/** The change after a step, with the reason for it. */
export function stepChange<C extends Change>(change: C, step: "make" | "refuse" | "fail", error: string | null): C {
  return { ...change, state: stepped(changeLife, step, change.state), error };
}

/** A change to a buy that its seller has to make. A buy has at most one open change. */
export interface Change extends Progress {
  readonly changeId: string;
  readonly mediaBuyId: string;
  readonly kind: ChangeKind;
  /** The new terms; null unless the change is an update. */
  readonly update: MediaBuyUpdate | null;
  /** The buyer's reason, which the seller receives with a cancellation. */
  readonly reason: string | null;
  /** The idempotency key, created with the change and never changed. */
  readonly executionKey: string;
  readonly state: ChangeState;
  /** The buy's status when the change was requested. */
  readonly previousStatus: MediaBuyState;
  /** The seller's task, if the seller takes time to decide. */
  readonly taskId: string | null;
  readonly error: string | null;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
}

/** The state of a change so far. */
export interface ChangeResult {
  readonly mediaBuyId: string;
  readonly previousStatus: MediaBuyState;
  readonly status: MediaBuyState;
  readonly success: boolean;
  readonly error: string | null;
}

/** The statuses by which a seller shows that it made the change. New terms do not show in any status. */
const MADE: Readonly<Partial<Record<ChangeKind, readonly MediaBuyStatus[]>>> = {
  pause: ["paused"],
  resume: ["active", "pending_start"],
  cancel: ["canceled"],
};

/** Whether the buy's status at its seller shows that the change was made. */
export function isMade({ kind }: Change, { status }: SellerMediaBuy): boolean {
  return MADE[kind]?.includes(status) ?? false;
}

/** Whether the change was never sent, because its seller has yet to say whether there is a buy. */
export function isWaiting({ attempts, taskId }: Change): boolean {
  return attempts === 0 && taskId === null;
}
