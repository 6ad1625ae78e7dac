import { after, DAY_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { compare, type Decimal, minorDigits, ratio, subtract, sum, times } from "../../../ground/kernel/money.ts";
import type { DeliveredPackage } from "../delivered/store.ts";
import type { OrderPackage } from "../order.ts";
import type { SoldOrder } from "./sold-order.ts";

export const PACE_STATES = ["not_started", "behind", "on_plan", "ahead"] as const;

/** What was delivered, compared with an even course over the flight. */
export interface Pace {
  readonly planned: Decimal;
  readonly delivered: Decimal;
  /** `delivered - planned`: negative if it is behind. */
  readonly difference: Decimal;
  /** As a share of the plan, such as `-0.12` for 12 % behind; null while nothing was to be delivered yet. */
  readonly share: Decimal | null;
  readonly state: (typeof PACE_STATES)[number];
}

export interface OrderPace {
  /** The end of the last day that any source has reported, or now. */
  readonly asOf: Date;
  /** The pace of all packages together; null if they are in several currencies. */
  readonly whole: (Pace & { readonly currency: string }) | null;
  readonly packages: ReadonlyMap<string, Pace>;
}

/** A package is on plan if it is within this share of its plan, because sources report by the day, not evenly. */
const TOLERANCE = "0.05";

/** Null until a source has booked part of the order. Canceled packages have no plan. */
export function orderPaceOf(
  { order, legs }: SoldOrder,
  days: readonly DeliveredPackage[],
  now: Date,
): OrderPace | null {
  const booked = legs
    .flatMap(({ leg }) => leg.packages)
    .filter(({ sellerPackageId, canceled }) => sellerPackageId !== null && !canceled);
  if (booked.length === 0) return null;
  const asOf = asOfOf(days, now);
  const delivered = new Map(days.map(({ packageId, revenue }) => [packageId, revenue]));
  const packages = new Map(
    booked.map((part) => {
      const planned = plannedBy(part, order.flight, asOf);
      return [part.packageId, paceOf(planned, delivered.get(part.packageId) ?? "0")] as const;
    }),
  );
  const [currency = "", another] = new Set(booked.map((part) => part.currency));
  const parts = [...packages.values()];
  const whole = paceOf(sum(parts.map(({ planned }) => planned)), sum(parts.map((part) => part.delivered)));
  return { asOf, whole: another === undefined ? { ...whole, currency } : null, packages };
}

function asOfOf(days: readonly DeliveredPackage[], now: Date): Date {
  const last = days
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1);
  if (last === undefined) return now;
  const start = startOfDay(last);
  const end = after(start, DAY_MS);
  // In a sandbox, a buyer's clock may be days ahead of its seller's, so delivery up to a later day is compared with the
  // plan for that day.
  return end < now || start > now ? end : now;
}

/** Assumes that budgets are spent evenly between the start and end of the package, or else of its order. */
function plannedBy(
  { budget, currency, startTime, endTime }: OrderPackage,
  flight: SoldOrder["order"]["flight"],
  asOf: Date,
): Decimal {
  const [start, end] = [(startTime ?? flight.start).getTime(), (endTime ?? flight.end).getTime()];
  const elapsed = Math.min(Math.max(asOf.getTime() - start, 0), end - start);
  return ratio(times(budget, elapsed), end - start, minorDigits(currency)) ?? budget;
}

function paceOf(planned: Decimal, delivered: Decimal): Pace {
  const difference = subtract(delivered, planned);
  const share = ratio(difference, planned, 4);
  return { planned, delivered, difference, share, state: stateOf(share, delivered) };
}

function stateOf(share: Decimal | null, delivered: Decimal): Pace["state"] {
  if (share === null) return compare(delivered, "0") > 0 ? "ahead" : "not_started";
  if (compare(share, TOLERANCE) > 0) return "ahead";
  return compare(share, `-${TOLERANCE}`) < 0 ? "behind" : "on_plan";
}
