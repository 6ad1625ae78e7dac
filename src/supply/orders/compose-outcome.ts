import type { MediaBuyOutcome, MediaBuyStatus, SellerError, SellerMediaBuy } from "../../ground/seller-agent/index.ts";
import type { Leg, Order } from "./order.ts";

/** What became of an order; `unanswered` where nothing is known of any leg and nobody is at it. */
export type OrderOutcome = MediaBuyOutcome | { readonly kind: "unanswered"; readonly message: string };

/** One answer for all legs: what the buyer must do goes before what it waits for, and that before what is done. */
export function composeOutcome(order: Order, wall: Date): OrderOutcome {
  const { orderId: taskId, legs } = order;
  if (legs.every(({ state }) => state === "rejected")) return { kind: "rejected", errors: legs.flatMap(errorsOf) };
  const asking = legs.filter(({ state }) => state === "input_required");
  if (asking.length > 0) return { kind: "input_required", taskId, message: told(asking, "asks for something") };
  const underWay = legs.some((leg) => leg.state === "submitted" || isHeld(leg, wall));
  const booked = legs.some(({ state }) => state === "booked");
  const waiting = legs.filter(({ state }) => state === "open" || state === "submitted");
  if (!underWay && !booked) return { kind: "unanswered", message: told(legs, "did not answer") };
  if (waiting.length > 0) return { kind: "submitted", taskId, message: told(waiting, "has not decided yet") };
  return { kind: "done", mediaBuy: mediaBuyOf(order) };
}

function isHeld({ state, leaseUntil }: Leg, wall: Date): boolean {
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

/** The order as its buyer sees it: the packages of the legs that were booked, under the most restrictive of their statuses. */
export function mediaBuyOf({ orderId, legs }: Order): SellerMediaBuy {
  const booked = legs.filter(({ state }) => state === "booked");
  const statuses = new Set(booked.map(({ sellerStatus }) => sellerStatus));
  const packages = booked.flatMap((leg) => leg.packages).toSorted((a, b) => a.position - b.position);
  return {
    mediaBuyId: orderId,
    status: RESTRICTIVE_FIRST.find((status) => statuses.has(status)) ?? "rejected",
    waitingFor: legs.flatMap(waitingFor).join("; ") || null,
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
    case "rejected":
      return [`${sourceName} rejected its packages: ${leg.errors.map((error) => error.message).join("; ")}`];
    case "failed":
      return [`${sourceName} never answered, and may have booked its packages or not: ask its people`];
    default:
      return [`${sourceName} has not decided on its packages yet`];
  }
}

function told(legs: readonly Leg[], otherwise: string): string {
  return legs.map(({ sourceName, message }) => `${sourceName}: ${message ?? otherwise}`).join("; ");
}

/** A leg's errors in the words of the whole order. */
function errorsOf({ errors, packages, sourceName }: Leg): SellerError[] {
  return errorsOfPart(
    errors,
    sourceName,
    packages.map(({ position }) => position),
  );
}

/** A source's errors in the words of the whole: by its name, and with its packages where they stand in the request. */
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
