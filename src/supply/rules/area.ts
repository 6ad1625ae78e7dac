import { area } from "../../ground/areas/area.ts";
import * as productRulesStorefront from "./storefront-api.ts";

export const rules = area({
  name: "supply/rules",
  operations: [productRulesStorefront],
});
