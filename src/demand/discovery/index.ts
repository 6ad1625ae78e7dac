export { attachDiscovery } from "./attach-discovery.ts";
export { beginSearch, type Search, search, settleSearch } from "./discover-products.ts";
export type { Discovery, ProductGroup } from "./discovery.ts";
export { getDiscovery } from "./get-discovery.ts";
export { isFixed } from "./pricing.ts";
export { chooseProducts, deselectProducts, selectProducts } from "./selections/choose-products.ts";
export { optionOf, type Selection } from "./selections/selection.ts";
export { listSelections, listSelectionsOfCampaign } from "./selections/store.ts";
