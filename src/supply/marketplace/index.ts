export { StorefrontPath } from "./schema.ts";
export { type AgentPlace, findVisibleSource, findVisibleSourceOfAgent, listPlacesOfAgents } from "./store.ts";
