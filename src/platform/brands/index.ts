export { type BrandStanding, LinkedBrand } from "./linked-brand.ts";
export { brandAgenda, lookUpBrand, type Recollection, recallBrand, resolveBrand } from "./look-up-brand.ts";
export { readStandings } from "./read-standings.ts";
export { forgetUnusedBrandsOfAllCustomers, saveBrand } from "./store.ts";
