export { type Asked, type CameOfIt, runOf } from "./run-of.ts";
export { ExclusionView } from "./schema.ts";
export { forgetRunsOfAllCustomers, insertRun } from "./store.ts";
