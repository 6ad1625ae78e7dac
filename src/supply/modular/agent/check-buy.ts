import { compare, type Decimal } from "../../../ground/kernel/money.ts";
import { type RefusalCode, refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type FlightDates,
  fitsFlight,
  type NewMediaBuy,
  type NewPackage,
  type SellerError,
} from "../../../ground/seller-agent/index.ts";
import type { Avail } from "../avails/avail.ts";
import { type Offer, PRICING_OPTION, priceOf } from "../avails/product.ts";
import { impressionsFor } from "./plan-claims.ts";

/** The source's objections to the buy as a whole. */
export function checkFlight({ flight, packages }: Pick<NewMediaBuy, "flight" | "packages">, now: Date): SellerError[] {
  const field = "end_time";
  if (flight.end <= flight.start) return [refusal("VALIDATION_ERROR", "the flight ends before it starts", field)];
  if (flight.end <= now) return [refusal("VALIDATION_ERROR", "the flight is in the past", field)];
  if (packages.length > 0) return [];
  return [refusal("VALIDATION_ERROR", "a media buy needs a package", "packages")];
}

/** The result for a package. */
export interface Sold {
  readonly avails: readonly Avail[];
  readonly impressions: number;
  readonly cpm: Decimal;
  /** Whether the buyer offers less than the price, which people have to decide on. */
  readonly underPrice: boolean;
  readonly runsUntil: Date;
}

/** A package as it would be sold, or the source's objection to it. A price that was promised for it applies. */
export function sell(
  part: NewPackage,
  offer: Offer | undefined,
  flight: FlightDates,
  path: string,
  promised?: Decimal,
): Sold | SellerError {
  const error = (...[code, message, field]: [RefusalCode, string, string]) =>
    refusal(code, message, `${path}.${field}`);
  const asked = offer && priceOf(offer);
  const price = asked && { ...asked, cpm: promised ?? asked.cpm };
  if (!offer || !price) return error("PRODUCT_NOT_FOUND", `no product ${part.productId} is on sale`, "product_id");
  if (!fitsFlight(part, flight))
    return error("VALIDATION_ERROR", "a package must run within the flight of its buy", "end_time");
  if (part.targeting !== undefined)
    return error("UNSUPPORTED_FEATURE", "this inventory does not support targeting", "targeting_overlay");
  if (part.pricingOptionId !== PRICING_OPTION)
    return error(
      "REFERENCE_NOT_FOUND",
      `${part.productId} has no pricing option ${part.pricingOptionId}`,
      "pricing_option_id",
    );
  if (part.currency !== price.currency)
    return error("VALIDATION_ERROR", `this is sold in ${price.currency}, not in ${part.currency}`, "budget");
  const underPrice = part.bidPrice !== null && compare(part.bidPrice, price.cpm) < 0;
  const cpm = underPrice && part.bidPrice !== null ? part.bidPrice : price.cpm;
  if (compare(cpm, "0") <= 0) return error("VALIDATION_ERROR", "a bid must be more than zero", "bid_price");
  const impressions = impressionsFor(part.budget, cpm);
  if (impressions < 1)
    return error("BUDGET_TOO_LOW", `${part.budget} ${part.currency} buys nothing at ${cpm}`, "budget");
  const window = { start: part.startTime ?? flight.start, end: part.endTime ?? flight.end };
  const avails = availsIn(offer, part, window);
  if (avails.length > 0) return { avails, impressions, cpm, underPrice, runsUntil: window.end };
  return error("VALIDATION_ERROR", `${part.productId} does not run in this flight`, "start_time");
}

/**
 * The avails on which a package can run. A package with its own times needs avails that cover them; one that runs as
 * long as its buy only needs avails that overlap the flight.
 */
export function availsIn(
  { avails }: Offer,
  part: Pick<NewPackage, "startTime" | "endTime">,
  { start, end }: FlightDates,
): Avail[] {
  return avails.filter(({ startTime, endTime }) => {
    if (part.startTime && startTime > part.startTime) return false;
    if (part.endTime && endTime < part.endTime) return false;
    return startTime < end && endTime > start;
  });
}
