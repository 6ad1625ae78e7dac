export { catalogIdIn } from "./catalog-id.ts";
export { checkCatalog } from "./check-catalog.ts";
