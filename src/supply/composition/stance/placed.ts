import type { Product } from "../../../ground/seller-agent/index.ts";
import type { PriceFloor } from "../../rules/index.ts";
import type { ComposedProduct } from "../composition.ts";

/** A product that may be shown, at its position, with its price floor and its source's price. */
export interface Placed {
  readonly composed: ComposedProduct;
  readonly source: Pick<Product, "pricingOptions">;
  readonly floors: readonly PriceFloor[];
}
