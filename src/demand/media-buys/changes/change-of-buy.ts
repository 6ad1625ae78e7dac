import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { MediaBuyChange } from "../../../ground/seller-agent/index.ts";
import { afterStep, canTake, isFrozen, isTerminal, type MediaBuy } from "../media-buy.ts";
import type { BuyStep, MediaBuyState } from "../media-buy-state.ts";
import { type Package, packageLife } from "../packages/package.ts";
import { pendingAt } from "../why/pending-reason.ts";
import type { Change, ChangeKind, ChangeResult } from "./change.ts";
import { type MediaBuyUpdate, type PackageUpdate, toSellersUpdate } from "./update.ts";

/** The step that a change takes its buy through; an update does not change the status. */
const STEP: Readonly<Partial<Record<ChangeKind, BuyStep>>> = { pause: "pause", resume: "resume", cancel: "cancel" };
/** The status in which a buy no longer needs the change. */
const REACHED: Readonly<Partial<Record<ChangeKind, MediaBuyState>>> = {
  pause: "PAUSED",
  resume: "ACTIVE",
  cancel: "CANCELED",
};
/** The change in the port's terms. It is the same under the same key, however often it is sent. */
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

/** The buy once its seller has made the update. */
export function updatedBy(buy: MediaBuy, { startTime, endTime, packages }: MediaBuyUpdate): MediaBuy {
  const changes = new Map(packages.map((part) => [part.packageId, part]));
  return {
    ...buy,
    flight: { start: startTime ?? buy.flight.start, end: endTime ?? buy.flight.end },
    packages: buy.packages.map((part) => updatedPackage(part, changes.get(part.packageId))),
  };
}

function updatedPackage(part: Package, update: PackageUpdate | undefined): Package {
  if (!update) return part;
  const { canceled, packageId: _, ...terms } = update;
  return {
    ...part,
    ...terms,
    ...(canceled && part.status !== "canceled" && { status: stepped(packageLife, "cancel", part.status) }),
  };
}

/**
 * What to do about a change now: `send` it; `wait`, because the seller has not yet said whether there is a buy; `drop`
 * the buy, because its seller asked for more input and holds nothing; nothing, because the buy has `reached` that
 * status already; or `refuse` it.
 */
export function prospectOf(kind: ChangeKind, buy: MediaBuy): "send" | "wait" | "drop" | "reached" | "refuse" {
  if (buy.status === REACHED[kind]) return "reached";
  // A job that does not check the campaign may be about to send the draft, so a pause waits for the outcome.
  const onItsWay = isFrozen(buy) || (buy.status === "DRAFT" && kind === "pause");
  const undecided = onItsWay || buy.status === "PENDING_APPROVAL" || buy.status === "INPUT_REQUIRED";
  if (undecided && kind === "resume") return "reached";
  const unheld = buy.sellerMediaBuyId === null && buy.taskId === null;
  if (buy.status === "INPUT_REQUIRED" && unheld && kind === "cancel") return "drop";
  // A buy that the seller has not acted on yet can be canceled if the seller has given it an id. If the seller is a
  // storefront on this installation, its terms can be changed as well.
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

export function waitingReason(kind: ChangeKind, { salesAgentName }: MediaBuy): string {
  return `${salesAgentName} has not decided on the buy yet; it is ${PAST[kind]} as soon as it has`;
}

export function refusalReason(kind: ChangeKind, { status }: MediaBuy): string {
  const hint = status === "DRAFT" ? ": it has not been sent to its seller yet" : "";
  return `a media buy that is ${status} cannot be ${PAST[kind]}${hint}`;
}

export function resultOf(change: Change, { mediaBuyId, status }: MediaBuy): ChangeResult {
  const { state, previousStatus, leaseUntil } = change;
  const isBeingMade = state === "open" && leaseUntil !== null;
  const error = isBeingMade ? "it is being made: read it again in a moment" : change.error;
  return { mediaBuyId, previousStatus, status, success: state === "done", error };
}
