export { openSellers } from "./open-sellers.ts";
export type { Shopfront } from "./shopfront.ts";
export { type Buyer, openStorefrontAgent } from "./storefront-agent.ts";
