import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { deleteCallsOfAllCustomers } from "./calls/store.ts";
import * as discoveryTestStorefront from "./discovery-test/storefront-api.ts";
import { followLink } from "./linked/follow-link.ts";
import { recheckNow, recheckSource, sourceAgenda } from "./rechecks/recheck-by-itself.ts";
import { sourceFinder } from "./search-store.ts";
import { sourceLife } from "./source.ts";
import * as sourcesStorefront from "./storefront-api.ts";

/** Diagnostics look back thirty days, and compare these with the thirty days before. */
const CALLS_KEPT_DAYS = 62;

export const sources = area({
  name: "supply/sources",
  finders: [sourceFinder],
  lifecycles: [sourceLife],
  operations: [sourcesStorefront, discoveryTestStorefront],
  steps: [followLink, recheckSource, recheckNow],
  agendas: [sourceAgenda],
  schedules: [
    {
      name: "forget-source-calls",
      cron: "*/5 * * * *",
      handle: (db, { wall }) => deleteCallsOfAllCustomers(db, after(wall, -CALLS_KEPT_DAYS * DAY_MS)),
    },
  ],
});
