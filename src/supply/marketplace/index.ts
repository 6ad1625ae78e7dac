export { StorefrontPath } from "./schema.ts";
export {
  type AgentPlace,
  findVisibleSource,
  findVisibleSourceOfAgent,
  listPlacesOfAgents,
  missingStorefront,
} from "./store.ts";
