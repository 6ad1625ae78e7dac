export { openSellers } from "./open-sellers.ts";
export type { Shopfront } from "./shopfront.ts";
export { type Buyer, StorefrontAgent } from "./storefront-agent.ts";
