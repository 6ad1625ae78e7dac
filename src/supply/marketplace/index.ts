export { StorefrontPath } from "./schema.ts";
export {
  type AgentPlace,
  findVisibleSource,
  findVisibleSourceOfAgent,
  listPlacesOfAgents,
  missingStorefront,
  visibleStorefronts,
} from "./store.ts";
