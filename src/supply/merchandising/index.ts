export { openLinkedStorefront } from "./linked/linked-storefront.ts";
export { openSellers } from "./open-sellers.ts";
export { type ResolvedAgent, resolveAgent } from "./resolve-agent.ts";
export type { Shopfront } from "./shopfront.ts";
export { type Buyer, StorefrontAgent } from "./storefront-agent.ts";
