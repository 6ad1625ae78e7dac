export { attachDiscovery } from "./attach-discovery.ts";
export { buyerIdentityOf } from "./buyer-identity.ts";
export { type Discovery, isBound, type ProductGroup } from "./discovery.ts";
export { getDiscovery } from "./get-discovery.ts";
export { cpmOf, isFixed } from "./pricing.ts";
export { selectProducts } from "./selections/choose-products.ts";
export { optionOf, type Selection } from "./selections/selection.ts";
export { listSelections } from "./selections/store.ts";
