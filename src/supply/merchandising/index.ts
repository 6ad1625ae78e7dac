export { openLinkedStorefront } from "./linked/linked-storefront.ts";
export { openSellers } from "./open-sellers.ts";
export { type ResolvedAgent, resolveAgent } from "./resolve-agent.ts";
export { type Meeting, meetingVersionsOfAnyCustomer } from "./settled/meeting-store.ts";
