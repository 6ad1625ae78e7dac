import { area } from "../../ground/areas/area.ts";
import { sponsorshipLife } from "./buyers/sponsored-buyer.ts";
import { welcomeBuyer } from "./buyers/welcome-buyer.ts";
import * as joinLinkFunnels from "./funnel/storefront-api.ts";
import { deleteOldRequestsOfAllCustomers } from "./joining/store.ts";
import * as joinLinksPublic from "./public-api.ts";
import { joinLinkFinder, sponsoredBuyerFinder } from "./search-store.ts";
import * as joinLinksStorefront from "./storefront-api.ts";

export const joinLinks = area({
  name: "supply/join-links",
  finders: [joinLinkFinder, sponsoredBuyerFinder],
  lifecycles: [sponsorshipLife],
  operations: [joinLinksStorefront, joinLinkFunnels, joinLinksPublic],
  steps: [welcomeBuyer],
  schedules: [
    {
      name: "forget-join-requests",
      cron: "32 * * * *",
      handle: (db, { wall }) => deleteOldRequestsOfAllCustomers(db, wall),
    },
  ],
});
