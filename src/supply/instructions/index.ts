export { instructionsFor } from "./instructions-for.ts";
export { askedOf, budgetOf, listBidOf, listBudgetOf, netOf, quotedId, quoteIn } from "./quote.ts";
export { type BuyerScope, type Discount, mayQuote, percentAt, type Terms } from "./terms.ts";
