import { area } from "../../ground/areas/area.ts";
import * as brandsBuyer from "./buyer-api.ts";
import { brandAgenda, lookUpBrand } from "./look-up-brand.ts";
import { deleteUnusedBrandsOfAllCustomers } from "./store.ts";
import * as brandsStorefront from "./storefront-api.ts";

export const brands = area({
  name: "platform/brands",
  operations: [brandsBuyer, brandsStorefront],
  steps: [lookUpBrand],
  agendas: [brandAgenda],
  schedules: [
    { name: "forget-brands", cron: "52 * * * *", handle: (db, { wall }) => deleteUnusedBrandsOfAllCustomers(db, wall) },
  ],
});
