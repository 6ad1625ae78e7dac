import type { Decimal } from "../../ground/kernel/money.ts";
import type { DeliveryType, PricingModel } from "../../ground/seller-agent/index.ts";

/**
 * The products to which a rule applies: those that match every given field, each by any of its values. Without any
 * field, all products.
 */
export interface Matcher {
  readonly sourceIds?: readonly string[] | undefined;
  /** The ids that buyers know, `${sourceId}:${sourceProductId}`. */
  readonly productIds?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly deliveryTypes?: readonly DeliveryType[] | undefined;
  readonly publisherDomains?: readonly string[] | undefined;
  readonly formatIds?: readonly string[] | undefined;
}

interface About {
  /** Unique within its version. */
  readonly ruleId: string;
  readonly match: Matcher;
}

/** If there is any include rule, only products that match one of them are sold. */
interface Include extends About {
  readonly kind: "include";
}

interface Exclude extends About {
  readonly kind: "exclude";
}

/** If several match a product, the first one applies. */
interface Rename extends About {
  readonly kind: "rename";
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** The minimum price for this model and currency; if several apply, the highest counts. */
export interface PriceFloor extends About {
  readonly kind: "price_floor";
  readonly amount: Decimal;
  readonly currency: string;
  readonly pricingModel: PricingModel;
}

/** Products that are proposed together, each with its share of the budget. */
export interface Bundle {
  readonly kind: "bundle";
  readonly ruleId: string;
  readonly name: string;
  readonly description: string | null;
  /** Shares are percentages that add up to 100. */
  readonly parts: readonly { readonly productId: string; readonly share: Decimal }[];
}

export type ProductRule = Include | Exclude | Rename | PriceFloor | Bundle;

/** Rules written by an operator. A version never changes, and its number is never used again. At most one is active. */
export interface RulesVersion {
  readonly storefrontId: number;
  /** Numbered from 1, for each storefront. */
  readonly version: number;
  readonly rules: readonly ProductRule[];
  readonly notes: string | null;
  readonly isActive: boolean;
  readonly createdAt: Date;
  /** Null if it was not written by a person. */
  readonly createdBy: number | null;
}
