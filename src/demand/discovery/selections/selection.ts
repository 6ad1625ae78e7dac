import type { Decimal } from "../../../ground/kernel/money.ts";
import type { PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import type { Offerer } from "../search/seller-answer.ts";

/** A product that the buyer selected, as it was at that time: what is bought is what was seen. */
export interface Selection extends Offered {
  readonly pricingOptionId: string;
  /** The buyer's bid, in the option's currency and pricing model; null for a fixed price. */
  readonly bidPrice: Decimal | null;
  readonly budget: Decimal | null;
  readonly position: number;
  readonly selectedAt: Date;
}

/** A product that may be selected, and its position. */
export interface Offered extends Offerer {
  readonly groupId: string;
  readonly groupName: string;
  readonly productId: string;
  readonly product: Product;
}

/** The pricing option of a selection. */
export function optionOf({ product, pricingOptionId }: Selection): PricingOption | undefined {
  return product.pricingOptions.find((option) => option.pricingOptionId === pricingOptionId);
}
