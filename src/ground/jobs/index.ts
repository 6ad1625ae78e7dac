export { type Jobs, openJobs } from "./jobs.ts";
export {
  type Backlog,
  knowsStepOfInstallation,
  listBacklogsOfAllCustomers,
  listDeadLettersOfAllCustomers,
  listOverdueOfAllCustomers,
  removeDeadLetterOfAnyCustomer,
} from "./store.ts";
export type { Schedule } from "./take-jobs.ts";
