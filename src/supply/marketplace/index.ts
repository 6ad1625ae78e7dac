export { StorefrontPath } from "./schema.ts";
export { type AgentPlace, findVisibleSource, listPlacesOfAgents } from "./store.ts";
