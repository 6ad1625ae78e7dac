import { expect, test } from "vitest";
import { after, MINUTE_MS } from "../../ground/kernel/clock.ts";
import type { MediaBuyStatus } from "../../ground/seller-agent/index.ts";
import { composeOutcome, mediaBuyOf } from "./compose-outcome.ts";
import type { LegState } from "./legs/leg-state.ts";
import type { Leg, Order } from "./order.ts";

const WALL = new Date("2026-08-01T00:00:00Z");

function orderOf(...legs: Partial<Leg>[]): Order {
  const blank = { sourceName: "S", sellerStatus: null, message: null, errors: [], leaseUntil: null, packages: [] };
  return { orderId: "ord_1", legs: legs.map((leg) => ({ ...blank, ...leg })) } as unknown as Order;
}

const kindOf = (...states: LegState[]) => composeOutcome(orderOf(...states.map((state) => ({ state }))), WALL).kind;

test.each<[string, LegState[]]>([
  ["done", ["booked", "booked"]],
  ["done", ["booked", "rejected"]],
  ["done", ["booked", "failed"]],
  ["submitted", ["booked", "submitted"]],
  ["submitted", ["booked", "open"]],
  ["submitted", ["submitted", "failed"]],
  ["input_required", ["booked", "submitted", "input_required"]],
  ["rejected", ["rejected", "rejected"]],
  ["unanswered", ["open", "rejected"]],
  ["unanswered", ["failed", "rejected"]],
  ["unanswered", ["open", "open"]],
])("an order is %s of legs that are %j", (kind, states) => expect(kindOf(...states)).toBe(kind));

test("an open leg that a worker is placing is in progress", () => {
  const held = orderOf({ state: "open", leaseUntil: after(WALL, MINUTE_MS) });
  expect(composeOutcome(held, WALL).kind).toBe("submitted");
  expect(composeOutcome(held, after(WALL, 2 * MINUTE_MS)).kind).toBe("unanswered");
});

test.each<[MediaBuyStatus, MediaBuyStatus[]]>([
  ["pending_creatives", ["active", "pending_creatives", "pending_start"]],
  ["pending_start", ["active", "pending_start"]],
  ["active", ["canceled", "active", "completed"]],
  ["canceled", ["canceled", "canceled"]],
])("a media buy is %s of parts that are %j", (status, parts) => {
  const order = orderOf(...parts.map((sellerStatus) => ({ state: "booked" as const, sellerStatus })));
  expect(mediaBuyOf(order).status).toBe(status);
});
