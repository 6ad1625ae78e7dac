import type { Decimal } from "../../../ground/kernel/money.ts";
import type { PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import type { Offerer } from "../search/seller-answer.ts";

/** A product the buyer chose, as it was when it was chosen: what is bought is what was seen. */
export interface Selection extends Offered {
  readonly pricingOptionId: string;
  /** What the buyer bids, in the option's currency and pricing model; null where the price is fixed. */
  readonly bidPrice: Decimal | null;
  readonly budget: Decimal | null;
  readonly position: number;
  readonly selectedAt: Date;
}

/** A product that may be chosen, and where it stood. */
export interface Offered extends Offerer {
  readonly groupId: string;
  readonly groupName: string;
  readonly productId: string;
  readonly product: Product;
}

/** The pricing option a selection was made at. */
export function optionOf({ product, pricingOptionId }: Selection): PricingOption | undefined {
  return product.pricingOptions.find((option) => option.pricingOptionId === pricingOptionId);
}
