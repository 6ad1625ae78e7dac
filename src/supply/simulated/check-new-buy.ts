import { compare } from "../../ground/kernel/money.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type FlightDates,
  fitsFlight,
  type NewMediaBuy,
  type NewPackage,
  type PricingOption,
  type Product,
  type SellerError,
} from "../../ground/seller-agent/index.ts";
import { checkTargeting } from "./targeting/reach.ts";

/** Everything the publisher has against a new buy; empty where it takes it. */
export function checkNewBuy(
  { flight, packages }: NewMediaBuy,
  catalogue: readonly Product[],
  now: Date,
): SellerError[] {
  const errors: SellerError[] = [];
  if (flight.end <= flight.start)
    errors.push(refusal("VALIDATION_ERROR", "the flight ends before it starts", "end_time"));
  else if (flight.end <= now) errors.push(refusal("VALIDATION_ERROR", "the flight is in the past", "end_time"));
  if (packages.length === 0) errors.push(refusal("VALIDATION_ERROR", "a media buy needs a package", "packages"));
  return [...errors, ...packages.flatMap((part, index) => checkPackage(part, catalogue, flight, `packages[${index}]`))];
}

function checkPackage(
  part: NewPackage,
  catalogue: readonly Product[],
  flight: FlightDates,
  path: string,
): SellerError[] {
  if (!fitsFlight(part, flight))
    return [refusal("VALIDATION_ERROR", "a package must run within the flight of its buy", `${path}.end_time`)];
  const product = catalogue.find(({ productId }) => productId === part.productId);
  if (!product) return [refusal("PRODUCT_NOT_FOUND", `no product ${part.productId}`, `${path}.product_id`)];
  const option = product.pricingOptions.find(({ pricingOptionId }) => pricingOptionId === part.pricingOptionId);
  if (option)
    return [
      ...checkBudget(part, option, path),
      ...checkBid(part.bidPrice, option, path),
      ...checkTargeting(part.targeting, product.countries, path),
    ];
  const message = `${part.productId} has no pricing option ${part.pricingOptionId}`;
  return [refusal("REFERENCE_NOT_FOUND", message, `${path}.pricing_option_id`)];
}

function checkBudget({ budget, currency }: NewPackage, option: PricingOption, path: string): SellerError[] {
  if (currency !== option.currency) {
    return [refusal("VALIDATION_ERROR", `this is sold in ${option.currency}, not in ${currency}`, `${path}.budget`)];
  }
  return checkMinimum(budget, option.minSpendPerPackage, `${path}.budget`);
}

export function checkMinimum(budget: string, minimum: string | null, field: string): SellerError[] {
  if (compare(budget, "0") <= 0) return [refusal("BUDGET_TOO_LOW", "a budget must be more than zero", field)];
  if (minimum === null || compare(budget, minimum) >= 0) return [];
  return [refusal("BUDGET_TOO_LOW", `the budget ${budget} is below the minimum of ${minimum}`, field)];
}

/** An auction honours exactly the bid (AdCP 3.1, package request), so without one there is no price. */
function checkBid(bid: string | null, { fixedPrice, floorPrice }: PricingOption, path: string): SellerError[] {
  if (fixedPrice !== null) return [];
  if (bid === null) return [refusal("VALIDATION_ERROR", "an auction needs a bid", `${path}.bid_price`)];
  return checkFloor(bid, floorPrice, `${path}.bid_price`);
}

export function checkFloor(bid: string, floor: string | null, field: string): SellerError[] {
  if (compare(bid, floor ?? "0") >= 0 && compare(bid, "0") > 0) return [];
  return [refusal("VALIDATION_ERROR", `the bid ${bid} is below the floor of ${floor ?? "nothing"}`, field)];
}
