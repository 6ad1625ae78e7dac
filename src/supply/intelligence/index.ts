export { keepRun } from "./keep-run.ts";
export type { CameOfIt } from "./run-of.ts";
export { ExclusionView } from "./schema.ts";
export { forgetRunsOfAllCustomers } from "./store.ts";
