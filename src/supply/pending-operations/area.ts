import { area } from "../../ground/areas/area.ts";
import * as pendingOperationsStorefront from "./storefront-api.ts";

export const pendingOperations = area({
  name: "supply/pending-operations",
  operations: [pendingOperationsStorefront],
});
