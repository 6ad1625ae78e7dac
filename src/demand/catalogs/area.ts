import { area } from "../../ground/areas/area.ts";
import * as catalogsBuyer from "./buyer-api.ts";
import { catalogLife } from "./catalog.ts";
import { readFeed } from "./feeds/read-feed.ts";
import * as offeringsBuyer from "./offerings/buyer-api.ts";
import { catalogFinder } from "./search-store.ts";
import * as catalogSyncBuyer from "./sync/buyer-api.ts";

export const catalogs = area({
  name: "demand/catalogs",
  finders: [catalogFinder],
  lifecycles: [catalogLife],
  operations: [catalogSyncBuyer, catalogsBuyer, offeringsBuyer],
  steps: [readFeed],
});
