import { area } from "../../ground/areas/area.ts";
import * as deliveredStorefront from "./delivered/storefront-api.ts";
import { placeLeg } from "./legs/place-leg.ts";
import * as ordersStorefront from "./seller-view/storefront-api.ts";

export const orders = area({
  name: "supply/orders",
  operations: [ordersStorefront, deliveredStorefront],
  steps: [placeLeg],
});
