export { recordRuns, runFactOf } from "./record-runs.ts";
export { factsOfRunsAlike, keptFacts, lockStorefront } from "./store.ts";
