export { openLinkedStorefront } from "./linked/linked-storefront.ts";
export { type Door, openDoor } from "./open-door.ts";
export { openSellers } from "./open-sellers.ts";
export type { Shopfront } from "./shopfront.ts";
export { type Buyer, StorefrontAgent } from "./storefront-agent.ts";
