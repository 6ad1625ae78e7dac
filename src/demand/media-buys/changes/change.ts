import type { MediaBuyChange } from "../../../ground/seller-agent/index.ts";
import { type BuyStep, canTake, isFrozen, isTerminal, type MediaBuy, type MediaBuyState } from "../media-buy.ts";

export type ChangeKind = "pause" | "resume" | "cancel";

/** Something asked of a buy that its seller must do. A buy has one open change at a time. */
export interface Change {
  readonly changeId: string;
  readonly mediaBuyId: string;
  readonly kind: ChangeKind;
  /** Made with the change and never changed. */
  readonly executionKey: string;
  /** Open until the seller did it or refused it, or was asked in vain too often. */
  readonly state: "open" | "done" | "refused" | "failed";
  /** The buy's status when the change was asked for. */
  readonly previousStatus: MediaBuyState;
  /** Under which the seller decides on it, where it takes its time. */
  readonly taskId: string | null;
  readonly error: string | null;
  readonly attempts: number;
  /** Of the wall. */
  readonly leaseUntil: Date | null;
}

/** What came of a change so far. */
export interface ChangeResult {
  readonly mediaBuyId: string;
  readonly previousStatus: MediaBuyState;
  readonly status: MediaBuyState;
  readonly success: boolean;
  readonly error: string | null;
}

const STEP: Readonly<Record<ChangeKind, BuyStep>> = { pause: "pause", resume: "resume", cancel: "cancel" };
const ASKED: Readonly<Record<ChangeKind, Pick<MediaBuyChange, "paused" | "canceled">>> = {
  pause: { paused: true },
  resume: { paused: false },
  cancel: { canceled: true },
};
/** Where a buy stands that needs the change no more. */
const REACHED: Readonly<Record<ChangeKind, MediaBuyState>> = { pause: "PAUSED", resume: "ACTIVE", cancel: "CANCELED" };

/** What a change does to the buy; the same under the same key however often it is sent. */
export function toMediaBuyChange({ kind, executionKey }: Change, sellerMediaBuyId: string): MediaBuyChange {
  return { idempotencyKey: executionKey, mediaBuyId: sellerMediaBuyId, ...ASKED[kind] };
}

export function stepOf({ kind }: Change): BuyStep {
  return STEP[kind];
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
  if (undecided && (buy.sellerMediaBuyId === null || kind === "pause")) return "wait";
  return !isTerminal(buy) && canTake(STEP[kind], buy) ? "send" : "refuse";
}

const PAST: Readonly<Record<ChangeKind, string>> = { pause: "paused", resume: "resumed", cancel: "canceled" };

export function whyWaiting(kind: ChangeKind, { salesAgentName }: MediaBuy): string {
  return `${salesAgentName} has not decided on the buy yet; it is ${PAST[kind]} as soon as it has`;
}

export function whyRefused(kind: ChangeKind, { status }: MediaBuy): string {
  const hint = status === "DRAFT" ? ": it was not sent to its seller yet" : "";
  return `a media buy that is ${status} cannot be ${PAST[kind]}${hint}`;
}

export function resultOf({ state, previousStatus, error }: Change, { mediaBuyId, status }: MediaBuy): ChangeResult {
  return { mediaBuyId, previousStatus, status, success: state === "done", error };
}
