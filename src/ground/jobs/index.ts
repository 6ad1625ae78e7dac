export { type Jobs, type JobsOptions, openJobs } from "./jobs.ts";
export { type DeadLetter, listDeadLettersOfAllCustomers } from "./store.ts";
export type { Schedule } from "./take-jobs.ts";
