export { type Jobs, openJobs } from "./jobs.ts";
export { listDeadLettersOfAllCustomers } from "./store.ts";
export type { Schedule } from "./take-jobs.ts";
