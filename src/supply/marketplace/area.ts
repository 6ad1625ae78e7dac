import { area } from "../../ground/areas/area.ts";
import * as marketplaceBuyer from "./buyer-api.ts";
import * as marketplaceOperator from "./operator-api.ts";

export const marketplace = area({
  name: "supply/marketplace",
  operations: [marketplaceOperator, marketplaceBuyer],
});
