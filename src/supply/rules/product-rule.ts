import type { Decimal } from "../../ground/kernel/money.ts";
import type { DeliveryType, PricingModel } from "../../ground/seller-agent/index.ts";

/** Which products a rule is about: those that fit every field that is given, each by any of its values. Without a field, all. */
export interface Matcher {
  readonly sourceIds?: readonly string[] | undefined;
  /** As buyers know them, `${sourceId}:${sourceProductId}`. */
  readonly productIds?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly deliveryTypes?: readonly DeliveryType[] | undefined;
  readonly publisherDomains?: readonly string[] | undefined;
  readonly formatIds?: readonly string[] | undefined;
}

interface About {
  /** Unique in its version. */
  readonly ruleId: string;
  readonly match: Matcher;
}

/** Where there is one, only what one of them matches is sold. */
interface Include extends About {
  readonly kind: "include";
}

interface Exclude extends About {
  readonly kind: "exclude";
}

/** Of several for a product the first holds. */
interface Rename extends About {
  readonly kind: "rename";
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** What a price of this model and currency is at least; of several the highest holds. */
export interface PriceFloor extends About {
  readonly kind: "price_floor";
  readonly amount: Decimal;
  readonly currency: string;
  readonly pricingModel: PricingModel;
}

/** Products that are proposed together, each for its share of the budget. */
export interface Bundle {
  readonly kind: "bundle";
  readonly ruleId: string;
  readonly name: string;
  readonly description: string | null;
  /** Shares are percentages, and add up to 100. */
  readonly parts: readonly { readonly productId: string; readonly share: Decimal }[];
}

export type ProductRule = Include | Exclude | Rename | PriceFloor | Bundle;

/** What an operator wrote, once: it never changes and its number is never used again. One is active, or none. */
export interface RulesVersion {
  readonly storefrontId: number;
  /** From 1, for each storefront. */
  readonly version: number;
  readonly rules: readonly ProductRule[];
  readonly notes: string | null;
  readonly isActive: boolean;
  readonly createdAt: Date;
  /** Null where no person wrote it. */
  readonly createdBy: number | null;
}
