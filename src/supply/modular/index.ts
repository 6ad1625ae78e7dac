export { openModularAgent } from "./agent/modular-agent.ts";
export type { StageStatus } from "./lifecycle/project.ts";
export { readStanding, type SourceStanding } from "./lifecycle/read-projection.ts";
export type { ModularSource } from "./modular-source.ts";
export { listModularSources } from "./store.ts";
export { listMoves, type WorkItemMove } from "./work-queue/store.ts";
