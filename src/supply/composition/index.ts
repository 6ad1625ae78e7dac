export { fromProposal } from "./buy-proposal.ts";
export { refineBundles } from "./compose-bundles.ts";
export { composeProducts } from "./compose-products.ts";
export {
  type BuyingMode,
  buyingModeOf,
  type ComposedProduct,
  type Composition,
  type CompositionInput,
  type ProductMode,
} from "./composition.ts";
export { joinProductId, splitProductId } from "./product-id.ts";
export { type QuotedOption, quoteOption } from "./quote-option.ts";
export { concede } from "./stance/concede.ts";
export type { Stance } from "./stance/stance.ts";
