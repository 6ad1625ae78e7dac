import type { Progress } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { MediaBuyChange, MediaBuyStatus, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import {
  afterStep,
  type BuyStep,
  canTake,
  isFrozen,
  isTerminal,
  type MediaBuy,
  type MediaBuyState,
} from "../media-buy.ts";
import type { Package } from "../packages/package.ts";
import { pendingAt } from "../why/pending-reason.ts";
import { type MediaBuyUpdate, toSellersUpdate, updatedBy } from "./update.ts";

export type ChangeKind = "pause" | "resume" | "cancel" | "update";

type ChangeState = "open" | "done" | "refused" | "failed";

export const changeLife = lifecycle({
  noun: "change of a media buy",
  // What cannot be made is refused, and what is so already is done, as soon as it is asked for.
  starts: ["open", "done", "refused"],
  states: {
    open: "it waits for its seller, or for the seller to have decided on the buy",
    done: "the seller made it",
    refused: "the seller does not make it, or another was asked for in its place",
    failed: "the seller was asked as often as is safe, and has not said whether it made it",
  },
  transitions: {
    make: { open: "done" },
    refuse: { open: "refused" },
    fail: { open: "failed" },
  },
});

/** The change after a step, and why. */
export function stepChange<C extends Change>(change: C, step: "make" | "refuse" | "fail", error: string | null): C {
  return { ...change, state: stepped(changeLife, step, change.state), error };
}

/** Something asked of a buy that its seller must do. A buy has one open change at a time. */
export interface Change extends Progress {
  readonly changeId: string;
  readonly mediaBuyId: string;
  readonly kind: ChangeKind;
  /** The new terms; null unless the kind is update. */
  readonly update: MediaBuyUpdate | null;
  /** What the buyer said of it; a seller hears it with a cancellation. */
  readonly reason: string | null;
  /** Made with the change and never changed. */
  readonly executionKey: string;
  readonly state: ChangeState;
  /** The buy's status when the change was asked for. */
  readonly previousStatus: MediaBuyState;
  /** Under which the seller decides on it, where it takes its time. */
  readonly taskId: string | null;
  readonly error: string | null;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
}

/** What came of a change so far. */
export interface ChangeResult {
  readonly mediaBuyId: string;
  readonly previousStatus: MediaBuyState;
  readonly status: MediaBuyState;
  readonly success: boolean;
  readonly error: string | null;
}

/** An update leads to no other status. */
const STEP: Readonly<Partial<Record<ChangeKind, BuyStep>>> = { pause: "pause", resume: "resume", cancel: "cancel" };
/** Where a buy stands that needs the change no more. */
const REACHED: Readonly<Partial<Record<ChangeKind, MediaBuyState>>> = {
  pause: "PAUSED",
  resume: "ACTIVE",
  cancel: "CANCELED",
};
/** How a seller says that it made the change; of new terms no status tells. */
const MADE: Readonly<Partial<Record<ChangeKind, readonly MediaBuyStatus[]>>> = {
  pause: ["paused"],
  resume: ["active", "pending_start"],
  cancel: ["canceled"],
};

/** Whether a buy that its seller says stands so has seen the change. */
export function isMade({ kind }: Change, { status }: SellerMediaBuy): boolean {
  return MADE[kind]?.includes(status) ?? false;
}

/** Never sent: its seller has still to say whether there is a buy. */
export function isWaiting({ attempts, taskId }: Change): boolean {
  return attempts === 0 && taskId === null;
}

/** What a change does to the buy; the same under the same key however often it is sent. */
export function toMediaBuyChange(change: Change, { sellerMediaBuyId, packages }: MediaBuy): MediaBuyChange {
  return { idempotencyKey: change.executionKey, mediaBuyId: sellerMediaBuyId ?? "", ...askedBy(change, packages) };
}

function askedBy({ kind, update, reason }: Change, packages: readonly Package[]): Partial<MediaBuyChange> {
  if (kind === "cancel") return { canceled: true, ...(reason !== null && { cancellationReason: reason }) };
  if (kind === "update") return update ? toSellersUpdate(update, packages, reason) : {};
  return { paused: kind === "pause" };
}

/** The buy once its seller has made the change. */
export function afterChange(buy: MediaBuy, { kind, update }: Change, now: Date): MediaBuy {
  if (update) return updatedBy(buy, update);
  const step = STEP[kind];
  return step && canTake(step, buy) ? afterStep(buy, step, now) : buy;
}

/**
 * What can be done about a change now: send it; wait, since the seller has not said yet whether there is a buy; drop the
 * buy, since its seller asked for more and holds nothing; nothing, since the buy stands there already; or refuse it.
 */
export function prospectOf(kind: ChangeKind, buy: MediaBuy): "send" | "wait" | "drop" | "reached" | "refuse" {
  if (buy.status === REACHED[kind]) return "reached";
  // A draft may be about to be sent, by a job that does not ask after the campaign: a pause waits behind it.
  const onItsWay = isFrozen(buy) || (buy.status === "DRAFT" && kind === "pause");
  const undecided = onItsWay || buy.status === "PENDING_APPROVAL" || buy.status === "INPUT_REQUIRED";
  if (undecided && kind === "resume") return "reached";
  const unheld = buy.sellerMediaBuyId === null && buy.taskId === null;
  if (buy.status === "INPUT_REQUIRED" && unheld && kind === "cancel") return "drop";
  // What nobody has acted on yet can be canceled, where its seller names it.
  // At a storefront of this installation its terms can be changed as well.
  const isTaken = kind === "cancel" || (kind === "update" && pendingAt(buy) === "storefront");
  const untouched = buy.status === "PENDING_APPROVAL" && !isTaken;
  if (undecided && (buy.sellerMediaBuyId === null || kind === "pause" || untouched)) return "wait";
  if (isTerminal(buy) || buy.status === "DRAFT") return "refuse";
  const step = STEP[kind];
  return step === undefined || canTake(step, buy) ? "send" : "refuse";
}

const PAST: Readonly<Record<ChangeKind, string>> = {
  pause: "paused",
  resume: "resumed",
  cancel: "canceled",
  update: "changed",
};

export function whyWaiting(kind: ChangeKind, { salesAgentName }: MediaBuy): string {
  return `${salesAgentName} has not decided on the buy yet; it is ${PAST[kind]} as soon as it has`;
}

export function whyRefused(kind: ChangeKind, { status }: MediaBuy): string {
  const hint = status === "DRAFT" ? ": it was not sent to its seller yet" : "";
  return `a media buy that is ${status} cannot be ${PAST[kind]}${hint}`;
}

export function resultOf(change: Change, { mediaBuyId, status }: MediaBuy): ChangeResult {
  const { state, previousStatus, leaseUntil } = change;
  const isBeingMade = state === "open" && leaseUntil !== null;
  const error = isBeingMade ? "it is being made: look at it again in a moment" : change.error;
  return { mediaBuyId, previousStatus, status, success: state === "done", error };
}
