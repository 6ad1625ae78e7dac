export { catalogIdIn } from "./catalog-id.ts";
export { checkCatalog } from "./check-catalog.ts";
export { readFeed } from "./feeds/read-feed.ts";
