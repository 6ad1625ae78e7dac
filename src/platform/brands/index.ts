export type { Brand } from "./brand.ts";
export { lookOf } from "./brand-look.ts";
export { type BrandStanding, LinkedBrand } from "./linked-brand.ts";
export { brandAgenda, lookUpBrand, type Recollection, recallBrand, resolveBrand, wantBrand } from "./look-up-brand.ts";
export { readStandings } from "./read-standings.ts";
export { forgetUnusedBrandsOfAllCustomers, saveBrand } from "./store.ts";
