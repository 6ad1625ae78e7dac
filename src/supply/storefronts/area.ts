import { area } from "../../ground/areas/area.ts";
import * as storefrontsStorefront from "./storefront-api.ts";
import { verifyDomain } from "./verify-domain.ts";

export const storefronts = area({
  name: "supply/storefronts",
  operations: [storefrontsStorefront],
  steps: [verifyDomain],
});
