import { area } from "../../ground/areas/area.ts";
import * as diagnosticsStorefront from "./diagnostics/storefront-api.ts";
import * as readinessStorefront from "./storefront-api.ts";

export const readiness = area({
  name: "supply/readiness",
  operations: [readinessStorefront, diagnosticsStorefront],
});
