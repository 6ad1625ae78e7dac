import { decimalOf } from "../../ground/kernel/money.ts";
import type { ProductRule } from "./product-rule.ts";

/** The parts of a seller's rate card that are applied (storefront contract §3.2): `compositionPricing.rateCard`. */
export interface RateCard {
  readonly currency?: string | undefined;
  readonly facts: readonly {
    readonly id: string;
    readonly strength: string;
    readonly hints: {
      readonly channels?: readonly string[] | undefined;
      readonly publisherDomains?: readonly string[] | undefined;
    };
    readonly pricing: {
      readonly pricingModel: Extract<ProductRule, { kind: "price_floor" }>["pricingModel"];
      readonly currency?: string | undefined;
      readonly floorPrice?: number | undefined;
    };
  }[];
}

/** Its price floors, which apply in addition to those of the product rules: if several apply to a price, the highest counts. */
export function rulesOfRateCard({ currency, facts }: RateCard): ProductRule[] {
  return facts.flatMap(({ id, strength, hints, pricing }): ProductRule[] => {
    const inCurrency = pricing.currency ?? currency;
    if (strength !== "hard_floor" || pricing.floorPrice === undefined || inCurrency === undefined) return [];
    const { channels, publisherDomains } = hints;
    return [
      {
        kind: "price_floor",
        ruleId: `rate-card-${id}`,
        match: { ...(channels?.length && { channels }), ...(publisherDomains?.length && { publisherDomains }) },
        amount: decimalOf(pricing.floorPrice),
        currency: inCurrency,
        pricingModel: pricing.pricingModel,
      },
    ];
  });
}
