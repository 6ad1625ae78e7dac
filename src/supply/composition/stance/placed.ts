import type { Product } from "../../../ground/seller-agent/index.ts";
import type { PriceFloor } from "../../rules/index.ts";
import type { ComposedProduct } from "../composition.ts";

/** A product that may be shown, in its place, with what its price may not go below and what its source asks. */
export interface Placed {
  readonly composed: ComposedProduct;
  readonly source: Pick<Product, "pricingOptions">;
  readonly floors: readonly PriceFloor[];
}
