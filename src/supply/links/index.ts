export { followLink } from "./announce-link.ts";
export { cancelLinkOfSource } from "./change-link.ts";
export { closedReason, isOver, type LinkedParty, type StorefrontLink } from "./link.ts";
export { findSeller, requestLink } from "./request-link.ts";
export { LinkedStorefrontView, LinkMessage, linkedViewOf } from "./schema.ts";
export { findLink, linksOfSources } from "./store.ts";
