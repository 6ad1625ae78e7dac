import { area } from "../../ground/areas/area.ts";
import * as discoveryTestStorefront from "./discovery-test/storefront-api.ts";
import { followLink } from "./linked/follow-link.ts";
import { recheckSource, sourceAgenda } from "./rechecks/recheck-by-itself.ts";
import { sourceLife } from "./source.ts";
import * as sourcesStorefront from "./storefront-api.ts";

export const sources = area({
  name: "supply/sources",
  lifecycles: [sourceLife],
  operations: [sourcesStorefront, discoveryTestStorefront],
  steps: [followLink, recheckSource],
  agendas: [sourceAgenda],
});
