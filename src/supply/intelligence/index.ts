export { type Ended, keepRuns, keepRunsAlike } from "./keep-runs.ts";
export type { CameOfIt } from "./run-of.ts";
export { ExclusionView } from "./schema.ts";
export { forgetRunsOfAllCustomers } from "./store.ts";
