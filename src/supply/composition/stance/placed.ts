import type { Product } from "../../../ground/seller-agent/index.ts";
import type { PriceFloor } from "../../rules/index.ts";
import type { ComposedProduct } from "../composition.ts";

/** A product that may be shown, with its position, its price floor and its price at the source. */
export interface Placed {
  readonly composed: ComposedProduct;
  readonly source: Pick<Product, "pricingOptions">;
  readonly floors: readonly PriceFloor[];
}
