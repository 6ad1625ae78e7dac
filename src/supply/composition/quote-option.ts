import { add, compare, type Decimal, ratio, subtract, times } from "../../ground/kernel/money.ts";
import type { PricingOption } from "../../ground/seller-agent/index.ts";
import { askedOf, netOf, quotedId } from "../instructions/index.ts";
import type { PriceFloor } from "../rules/index.ts";

/** A price as quoted to the buyer. */
export interface QuotedOption {
  readonly option: PricingOption;
  /** Whether a price floor determined the price. */
  readonly raised: boolean;
  /** The lowest bid that the storefront's own floor allows; null if there is no floor, or the price is fixed. */
  readonly bidFloor: Decimal | null;
}

/** A source's price less a discount, but never below a floor. Undefined for a free product that has a floor. */
export function quoteOption(
  option: PricingOption,
  discount: Decimal,
  floors: readonly PriceFloor[],
): QuotedOption | undefined {
  const floor = floorOn(option, floors);
  const percent = percentUnder(option.fixedPrice, discount, floor);
  if (percent === undefined) return undefined;
  const isBid = option.fixedPrice === null;
  const quoted = atPercent(option, percent);
  if (floor === null || !isBid) return { option: quoted, raised: percent !== discount, bidFloor: null };
  const floorPrice = atLeast(quoted.floorPrice ?? "0", floor);
  const raised = floorPrice !== quoted.floorPrice;
  return { option: { ...quoted, floorPrice, ...guidanceAtLeast(quoted, floor) }, raised, bidFloor: floor };
}

/** A floor applies to prices with its own model and currency: amounts in different currencies are never compared. */
export function isOn(floor: PriceFloor, { pricingModel, currency }: PricingOption): boolean {
  return floor.pricingModel === pricingModel && floor.currency === currency;
}

function floorOn(option: PricingOption, floors: readonly PriceFloor[]): Decimal | null {
  const own = floors.filter((floor) => isOn(floor, option));
  return own.reduce<Decimal | null>(
    (highest, { amount }) => (highest === null ? amount : atLeast(highest, amount)),
    null,
  );
}

/** The decimal places of a percentage. A price raised by a floor may be slightly above the floor. */
const PERCENT_DIGITS = 6;
const PERCENT_STEP = "0.000001";

/** The discount on a fixed price, as far as the floor permits; negative if the price has to rise. */
function percentUnder(fixedPrice: Decimal | null, discount: Decimal, floor: Decimal | null): Decimal | undefined {
  if (fixedPrice === null || floor === null || compare(netOf(fixedPrice, discount), floor) >= 0) return discount;
  const rounded = ratio(times(floor, "100"), fixedPrice, PERCENT_DIGITS);
  if (rounded === null) return undefined;
  const isShort = compare(times(fixedPrice, rounded), times(floor, "100")) < 0;
  return subtract("100", isShort ? add(rounded, PERCENT_STEP) : rounded);
}

/** The percentage is part of the pricing option's id, so that what is bought is what was quoted (decision 21). */
function atPercent(option: PricingOption, percent: Decimal): PricingOption {
  const { pricingOptionId, fixedPrice, floorPrice, minSpendPerPackage, priceGuidance } = option;
  const asked = (amount: Decimal | null) => amount && askedOf(amount, percent);
  return {
    ...option,
    pricingOptionId: quotedId({ pricingOptionId, percent }),
    fixedPrice: fixedPrice && netOf(fixedPrice, percent),
    floorPrice: asked(floorPrice),
    minSpendPerPackage: asked(minSpendPerPackage),
    ...(priceGuidance && { priceGuidance: eachOf(priceGuidance, (amount) => askedOf(amount, percent)) }),
  };
}

type Guidance = NonNullable<PricingOption["priceGuidance"]>;

function guidanceAtLeast({ priceGuidance }: PricingOption, floor: Decimal): Pick<PricingOption, "priceGuidance"> {
  return priceGuidance ? { priceGuidance: eachOf(priceGuidance, (amount) => atLeast(amount, floor)) } : {};
}

function eachOf(guidance: Guidance, of: (amount: Decimal) => Decimal): Guidance {
  return Object.fromEntries(Object.entries(guidance).map(([percentile, amount]) => [percentile, of(amount)]));
}

function atLeast(amount: Decimal, floor: Decimal): Decimal {
  return compare(amount, floor) < 0 ? floor : amount;
}
