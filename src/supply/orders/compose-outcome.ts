import type { MediaBuyOutcome, MediaBuyStatus, SellerError, SellerMediaBuy } from "../../ground/seller-agent/index.ts";
import { isDeclined } from "./legs/leg.ts";
import type { Leg, Order } from "./order.ts";

/** The result of an order; `unanswered` if nothing is known about any leg and nobody is working on it. */
export type OrderOutcome = MediaBuyOutcome | { readonly kind: "unanswered"; readonly message: string };

/** One answer for all legs. What the buyer has to do comes first, then what it is waiting for, then what is done. */
export function composeOutcome(order: Order, wall: Date): OrderOutcome {
  const { orderId, legs } = order;
  const taskId = orderId;
  if (legs.every(({ state }) => state === "rejected")) return { kind: "rejected", errors: refusalsOf(legs) };
  if (legs.some(({ state }) => state === "held"))
    return { kind: "submitted", taskId, message: NOT_APPROVED, mediaBuyId: orderId };
  const asking = legs.filter(({ state }) => state === "input_required");
  if (asking.length > 0) return { kind: "input_required", taskId, message: reported(asking, "asks for something") };
  const underWay = legs.some((leg) => leg.state === "submitted" || isUnderWay(leg, wall));
  const booked = legs.some(isDecided);
  const waiting = legs.filter(({ state }) => state === "open" || state === "submitted");
  if (!underWay && !booked) return { kind: "unanswered", message: legs.flatMap(silenceOf).join("; ") };
  if (waiting.length > 0) return { kind: "submitted", taskId, message: reported(waiting, "has not decided yet") };
  return { kind: "done", mediaBuy: mediaBuyOf(order) };
}

const NOT_APPROVED = "the storefront has not approved it yet";

/** Whether a source has accepted or refused its part, or the buyer has withdrawn it. */
export function isDecided({ state }: Leg): boolean {
  return state === "booked" || state === "canceled";
}

/** Whether somebody is working on it. */
function isUnderWay({ state, leaseUntil }: Leg, wall: Date): boolean {
  return state === "open" && leaseUntil !== null && leaseUntil > wall;
}

const RESTRICTIVE_FIRST: readonly MediaBuyStatus[] = [
  "pending_creatives",
  "pending_start",
  "active",
  "paused",
  "completed",
  "canceled",
  "rejected",
];

/** The order as its buyer sees it: the packages of the booked legs, with the most restrictive of their statuses. */
export function mediaBuyOf({ orderId, legs }: Order): SellerMediaBuy {
  // An order that awaits the storefront's approval already belongs to its buyer, and can be changed.
  const held = legs.filter(({ state }) => state === "held");
  if (held.length > 0) return asBuy(orderId, held, "pending_start", NOT_APPROVED);
  const decided = legs.filter(isDecided);
  const statuses = new Set(decided.map(({ state, sellerStatus }) => (state === "canceled" ? state : sellerStatus)));
  const status = RESTRICTIVE_FIRST.find((one) => statuses.has(one)) ?? "rejected";
  return asBuy(orderId, decided, status, [...new Set(legs.flatMap(waitingFor))].join("; ") || null);
}

function asBuy(
  mediaBuyId: string,
  legs: readonly Leg[],
  status: MediaBuyStatus,
  waitsFor: string | null,
): SellerMediaBuy {
  const packages = legs.flatMap((leg) => leg.packages).toSorted((a, b) => a.position - b.position);
  return {
    mediaBuyId,
    status,
    waitingFor: waitsFor,
    ...(legs.some((leg) => leg.creativesRefused) &&
      status === "pending_creatives" && { creativesRefused: true as const }),
    packages: packages.map(({ packageId, buyerRef, productId, budget, paused, canceled }) => ({
      packageId,
      buyerRef,
      productId,
      budget,
      paused,
      ...(canceled && { canceled }),
    })),
  };
}

function waitingFor(leg: Leg): string[] {
  const { sourceName, state, message } = leg;
  switch (state) {
    case "booked":
      return message === null ? [] : [`${sourceName}: ${message}`];
    case "canceled":
      return [];
    case "rejected":
      if (isDeclined(leg)) return leg.errors.map((error) => error.message);
      return [`${sourceName} rejected its packages: ${leg.errors.map((error) => error.message).join("; ")}`];
    case "failed":
      return [`${sourceName} never answered, and may have booked its packages or not: ask its people`];
    default:
      return [`${sourceName} has not decided on its packages yet`];
  }
}

function silenceOf(leg: Leg): string[] {
  return leg.state === "open" ? [reported([leg], "did not answer")] : waitingFor(leg);
}

function reported(legs: readonly Leg[], otherwise: string): string {
  return legs.map(({ sourceName, message }) => `${sourceName}: ${message ?? otherwise}`).join("; ");
}

/** If the storefront itself refused the order, its errors are the same for every leg, so they are listed once. */
function refusalsOf(legs: readonly Leg[]): SellerError[] {
  const declined = legs.find(isDeclined);
  return declined ? [...declined.errors] : legs.flatMap(errorsOf);
}

/** A leg's errors, expressed in terms of the whole order. */
function errorsOf({ errors, packages, sourceName }: Leg): SellerError[] {
  return errorsOfPart(
    errors,
    sourceName,
    packages.map(({ position }) => position),
  );
}

/** A source's errors in terms of the whole order: with the source's name, and its packages at their positions in the request. */
export function errorsOfPart(
  errors: readonly SellerError[],
  sourceName: string,
  positions: readonly number[],
): SellerError[] {
  return errors.map((error) => ({
    ...error,
    message: `${sourceName}: ${error.message}`,
    field: error.field?.replace(/^packages\[(\d+)\]/, (_, index) => `packages[${positions[Number(index)]}]`) ?? null,
  }));
}
