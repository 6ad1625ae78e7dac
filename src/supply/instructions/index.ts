export type { Directives } from "./directives.ts";
export type { Hierarchy } from "./discounts/house-discount.ts";
export { hierarchiesFor, instructionsFor, termsFor } from "./instructions-for.ts";
export { rulesIn } from "./policy/rules.ts";
export { askedOf, budgetOf, listBidOf, listBudgetOf, netOf, quotedId, quoteIn } from "./quote.ts";
export { mayQuote, percentAt, type Terms } from "./terms.ts";
export { findActiveVersion } from "./versions/store.ts";
