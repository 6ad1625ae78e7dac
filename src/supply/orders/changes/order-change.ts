import { v5 } from "uuid";
import { compare } from "../../../ground/kernel/money.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type {
  MediaBuyChange,
  MediaBuyOutcome,
  PackageChange,
  SellerError,
} from "../../../ground/seller-agent/index.ts";
import { listBidOf, listBudgetOf } from "../../instructions/index.ts";
import { errorsOfPart, mediaBuyOf } from "../compose-outcome.ts";
import { isRunning, isUndecided } from "../legs/leg.ts";
import type { Leg, Order, OrderPackage } from "../order.ts";
import type { TargetingByPackage } from "../targeting/store.ts";
import { objectionsToHeld } from "./change-held.ts";
import type { ChangePart } from "./change-part.ts";

/** A buyer's change of an order, with a part for each leg. There are no parts if no source had received the order yet. */
export interface OrderChange {
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly parts: readonly ChangePart[];
  /** The change's targeting. A package gets it once its source has made the change. */
  readonly targeting: TargetingByPackage;
}

/** A requested change, with each leg's answer so far; null if there is none yet. */
export interface AnsweredChange {
  readonly askedAt: Date;
  readonly outcomes: Readonly<Record<string, MediaBuyOutcome | null>>;
}

/**
 * The key under which a source knows its part of a change: the same for every repetition, and different for any other
 * leg or change.
 */
export function keyOfPart(idempotencyKey: string, { legId }: Leg): string {
  return v5(`${legId} ${idempotencyKey}`, NAMESPACE);
}

/** Generated at random, once and for all. */
const NAMESPACE = "7f0b7c0e-3f6b-4a63-9a53-2f4d1c1d8f55";

/** The task id of a change that is decided later; the task id of an order is simply its id. */
function taskIdOf({ orderId, idempotencyKey }: Pick<OrderChange, "orderId" | "idempotencyKey">): string {
  return `${orderId}/${idempotencyKey}`;
}

export function splitTaskId(taskId: string): { readonly orderId: string; readonly idempotencyKey: string | undefined } {
  const slash = taskId.indexOf("/");
  if (slash < 0) return { orderId: taskId, idempotencyKey: undefined };
  return { orderId: taskId.slice(0, slash), idempotencyKey: taskId.slice(slash + 1) };
}

/** The legs that a change concerns: those with a package that it names, and all running legs if it concerns the whole order. */
export function legsOf(change: MediaBuyChange, { legs }: Order): Leg[] {
  if (isForAll(change)) return legs.filter((leg) => isRunning(leg) || isUndecided(leg));
  return legs.filter((leg) => positionsIn(change, leg).length > 0);
}

function isForAll({ paused, canceled, startTime, endTime }: MediaBuyChange): boolean {
  return [paused, canceled, startTime, endTime].some((asked) => asked !== undefined);
}

/** The positions of a leg's packages in the change. */
export function positionsIn({ packages = [] }: MediaBuyChange, leg: Leg): number[] {
  const own = new Set(leg.packages.map(({ packageId }) => packageId));
  return packages.flatMap(({ packageId }, position) => (own.has(packageId) ? [position] : []));
}

/** The targeting that a change sets, by package. */
export function targetingIn({ packages = [] }: MediaBuyChange): TargetingByPackage {
  return Object.fromEntries(
    packages.flatMap(({ packageId, targeting }) => (targeting ? [[packageId, targeting]] : [])),
  );
}

/** The request to a leg's source: its own packages, with its own ids and prices. */
export function partFor(change: MediaBuyChange, leg: Leg): MediaBuyChange {
  // The revision is that of the order: each source counts its own. A stored start stays the same in every attempt.
  const { packages = [], idempotencyKey, mediaBuyId: _, revision: __, startsAtOnce: ___, ...whole } = change;
  const parts = positionsIn(change, leg).flatMap((position) => {
    const part = packages[position];
    const own = leg.packages.find(({ packageId }) => packageId === part?.packageId);
    return part && own?.sellerPackageId ? [{ ...atListPrice(part, own), packageId: own.sellerPackageId }] : [];
  });
  return {
    ...whole,
    idempotencyKey: keyOfPart(idempotencyKey, leg),
    mediaBuyId: leg.sellerMediaBuyId ?? "",
    ...(parts.length > 0 && { packages: parts }),
  };
}

function atListPrice(part: PackageChange, { discountPercent, currency }: OrderPackage): PackageChange {
  const { budget, bidPrice } = part;
  return {
    ...part,
    ...(budget !== undefined && { budget: listBudgetOf(budget, discountPercent, currency) }),
    ...(bidPrice !== undefined && { bidPrice: listBidOf(bidPrice, discountPercent) }),
  };
}

/** Whether an order awaits its storefront's approval, so that no source has received it. */
export function isHeld({ legs }: Order): boolean {
  return legs.some(({ state }) => state === "held");
}

/** All objections to a change that can be found before any source is asked. */
export function checkChange(change: MediaBuyChange, order: Order): SellerError[] {
  if (isHeld(order) && change.canceled) return [];
  const legs = legsOf(change, order);
  const errors = (change.packages ?? []).flatMap((part, position) =>
    checkPackage(part, `packages[${position}]`, order),
  );
  if (errors.length > 0) return errors;
  if (isHeld(order)) return objectionsToHeld(change, order);
  const undecided = legs.filter(isUndecided).map(({ sourceName }) => sourceName);
  if (undecided.length > 0)
    return [refusal("INVALID_STATE", `${undecided.join(", ")} has not decided on the buy yet: try again when it has`)];
  if (legs.some(isRunning)) return [];
  if (change.canceled) return [refusal("NOT_CANCELLABLE", "there is nothing left of this media buy to cancel")];
  return [refusal("INVALID_STATE", "there is nothing left of this media buy to change")];
}

function checkPackage({ packageId, budget, bidPrice }: PackageChange, path: string, { legs }: Order): SellerError[] {
  const leg = legs.find(({ packages }) => packages.some((part) => part.packageId === packageId));
  const part = leg?.packages.find((one) => one.packageId === packageId);
  if (!leg || !part) return [refusal("PACKAGE_NOT_FOUND", `no package ${packageId}`, `${path}.package_id`)];
  if (budget !== undefined && compare(budget, "0") <= 0)
    return [refusal("VALIDATION_ERROR", "a budget must be more than zero", `${path}.budget`)];
  if (bidPrice !== undefined && part.bidFloor !== null && compare(bidPrice, part.bidFloor) < 0)
    return [
      refusal("VALIDATION_ERROR", `a bid here is at least ${part.bidFloor} ${part.currency}`, `${path}.bid_price`),
    ];
  if (part.canceled) return [refusal("INVALID_STATE", "this package was canceled", `${path}.package_id`)];
  if (isUndecided(leg) || (isRunning(leg) && part.sellerPackageId)) return [];
  return [refusal("INVALID_STATE", `${leg.sourceName} has nothing running under this package`, `${path}.package_id`)];
}

/** Whether a change only stops spending, which a buyer may always do, whatever has happened to the storefront. */
export function onlyStops({ paused, canceled, startTime, endTime, packages = [] }: MediaBuyChange): boolean {
  if (startTime !== undefined || endTime !== undefined || paused === false) return false;
  return packages.every(onlyStopsPackage) && (canceled === true || paused === true || packages.length > 0);
}

function onlyStopsPackage({ paused, canceled, ...rest }: PackageChange): boolean {
  const { packageId: _, cancellationReason: __, ...more } = rest;
  return (paused === true || canceled === true) && Object.values(more).every((asked) => asked === undefined);
}

/** A source's answer to its part, expressed in terms of the whole order. */
export function inWordsOfWhole(outcome: MediaBuyOutcome, positions: readonly number[], leg: Leg): MediaBuyOutcome {
  if (outcome.kind !== "rejected") return outcome;
  return { kind: "rejected", errors: errorsOfPart(outcome.errors, leg.sourceName, positions) };
}

/** The result of a change; undefined until every source has answered. */
export function composeChange(change: OrderChange, order: Order): MediaBuyOutcome | undefined {
  const outcomes = change.parts.map(({ outcome }) => outcome);
  const taskId = taskIdOf(change);
  if (outcomes.includes(null)) return undefined;
  const asking = outcomes.find((outcome) => outcome?.kind === "input_required");
  if (asking?.kind === "input_required") return { ...asking, taskId };
  const waiting = outcomes.find((outcome) => outcome?.kind === "submitted");
  if (waiting?.kind === "submitted") return { ...waiting, taskId };
  const errors = outcomes.flatMap((outcome) => (outcome?.kind === "rejected" ? outcome.errors : []));
  if (outcomes.length > 0 && outcomes.every((outcome) => outcome?.kind === "rejected"))
    return { kind: "rejected", errors };
  const mediaBuy = mediaBuyOf(order);
  const refused = errors.map(({ message }) => `not changed: ${message}`);
  const waitingFor = [mediaBuy.waitingFor ?? [], refused].flat().join("; ") || null;
  return { kind: "done", mediaBuy: { ...mediaBuy, waitingFor } };
}
