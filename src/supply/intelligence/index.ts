export type { CompositionResult } from "./run-of.ts";
export { type FinishedRun, saveRuns, saveRunsAlike } from "./save-runs.ts";
export { ExclusionView } from "./schema.ts";
export { deleteRunsOfAllCustomers } from "./store.ts";
