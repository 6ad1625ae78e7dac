export type { Brand } from "./brand.ts";
export { lookOf } from "./brand-look.ts";
export { type BrandState, LinkedBrand } from "./linked-brand.ts";
export { brandAgenda, type CachedBrand, lookUpBrand, recallBrand, resolveBrand, wantBrand } from "./look-up-brand.ts";
export { readStandings } from "./read-standings.ts";
export { deleteUnusedBrandsOfAllCustomers, saveBrand } from "./store.ts";
