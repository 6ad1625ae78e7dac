import { area } from "../../ground/areas/area.ts";
import * as agentsBuyer from "./buyer-api.ts";
import * as agentsStorefront from "./storefront-api.ts";

export const agents = area({
  name: "supply/agents",
  operations: [agentsBuyer, agentsStorefront],
});
