import { area } from "../../ground/areas/area.ts";
import * as marketplaceBuyer from "./buyer-api.ts";
import * as marketplaceOperator from "./operator-api.ts";
import { listingLife } from "./review.ts";
import { reviewedStorefrontFinder, visibleStorefrontFinder } from "./search-store.ts";

export const marketplace = area({
  name: "supply/marketplace",
  finders: [visibleStorefrontFinder, reviewedStorefrontFinder],
  lifecycles: [listingLife],
  operations: [marketplaceOperator, marketplaceBuyer],
});
