import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { compare, times } from "../../../ground/kernel/money.ts";
import { type RefusalCode, refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type FlightDates,
  fitsFlight,
  type NewMediaBuy,
  type NewPackage,
  type SellerError,
} from "../../../ground/seller-agent/index.ts";
import { refusedTargeting } from "../../../ground/seller-agent/targeting/index.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { minimumFor, type Template } from "../contract/template.ts";
import { countriesOf, productIdOf } from "./offer-products.ts";
import type { SeatAccount } from "./seat.ts";

/** The objections to a buy as a whole. */
export function checkFlight({ flight, packages }: NewMediaBuy, now: Date): SellerError[] {
  if (flight.end <= flight.start) return [refusal("VALIDATION_ERROR", "the flight ends before it starts", "end_time")];
  if (flight.end <= now) return [refusal("VALIDATION_ERROR", "the flight is in the past", "end_time")];
  return packages.length > 0 ? [] : [refusal("VALIDATION_ERROR", "a media buy needs a package", "packages")];
}

interface Checked {
  readonly adapter: Adapter;
  readonly seat: SeatAccount;
  readonly flight: FlightDates;
}

/** A package in the platform's terms, or the objection to it. */
export function planPackage(
  part: NewPackage,
  packageId: string,
  { adapter, seat, flight }: Checked,
  path: string,
): PlannedPackage | readonly SellerError[] {
  const { describe, templates } = adapter;
  const template = templates.find((one) => productIdOf(describe.provider, one) === part.productId);
  if (!template) return [refusal("PRODUCT_NOT_FOUND", `no product ${part.productId} is on sale`, `${path}.product_id`)];
  const withheld = seat.facts.withheld[template.id];
  if (withheld !== undefined) return [refusal("PRODUCT_UNAVAILABLE", withheld, `${path}.product_id`)];
  const errors = errorsOf(part, template, { adapter, seat, flight }, path);
  if (errors.length > 0) return errors;
  const { targeting = {} } = part;
  return {
    packageId,
    templateId: template.id,
    pricingModel: part.pricingOptionId,
    budget: part.budget,
    bid: part.bidPrice,
    start: (part.startTime ?? flight.start).toISOString(),
    end: (part.endTime ?? flight.end).toISOString(),
    paused: part.paused === true,
    pacing: part.pacing,
    targeting,
    countries: countriesOf(seat),
  };
}

function errorsOf(part: NewPackage, template: Template, { adapter, seat, flight }: Checked, path: string) {
  const errors: SellerError[] = [];
  const say = (code: RefusalCode, message: string, field: string) =>
    errors.push(refusal(code, message, `${path}.${field}`));
  const option = template.pricing.find(({ model }) => model === part.pricingOptionId);
  if (!option)
    say("REFERENCE_NOT_FOUND", `${template.name} has no pricing option ${part.pricingOptionId}`, "pricing_option_id");
  const { currency } = seat.account;
  if (part.currency !== currency)
    say("VALIDATION_ERROR", `this account buys in ${currency}, not in ${part.currency}`, "budget");
  if (compare(part.budget, "0") <= 0) say("BUDGET_TOO_LOW", "a budget must be more than zero", "budget");
  if (part.bidPrice !== null && compare(part.bidPrice, "0") <= 0)
    say("VALIDATION_ERROR", "a bid must be more than zero", "bid_price");
  if (option?.bid === "required" && part.bidPrice === null)
    say("VALIDATION_ERROR", `${template.name} is bought with a bid`, "bid_price");
  if (!fitsFlight(part, flight)) say("VALIDATION_ERROR", "a package must run within the flight of its buy", "end_time");
  const least = leastOf(seat, template, part, flight);
  if (least !== undefined && compare(part.budget, least) < 0)
    say("BUDGET_TOO_LOW", `the minimum here is ${least} ${currency}`, "budget");
  const targeting = part.targeting ?? {};
  errors.push(...refusedTargeting(targeting, adapter.describe.targeting, `${path}.targeting_overlay`));
  if (targeting.geo_countries === undefined && countriesOf(seat).length === 0)
    say(
      "VALIDATION_ERROR",
      "the account has no country: name the countries in which to advertise",
      "targeting_overlay.geo_countries",
    );
  return errors;
}

/** The platform's minimum for a package, for the number of days on which it runs. */
function leastOf(
  { facts }: SeatAccount,
  template: Template,
  part: NewPackage,
  flight: FlightDates,
): string | undefined {
  const minimum = minimumFor(facts, template);
  if (!minimum) return undefined;
  if (minimum.per === "flight") return minimum.amount;
  const lengthMs = (part.endTime ?? flight.end).getTime() - (part.startTime ?? flight.start).getTime();
  const days = Math.max(Math.ceil(lengthMs / DAY_MS), 1);
  return times(minimum.amount, days);
}

export function isPlanned(one: PlannedPackage | readonly SellerError[]): one is PlannedPackage {
  return "packageId" in one;
}

/** The adapter's objection to the plan as a whole. */
export function checkPlan(plan: Plan, adapter: Adapter, seat: SeatAccount) {
  return adapter.sales?.check(plan, seat.account, seat.facts);
}
