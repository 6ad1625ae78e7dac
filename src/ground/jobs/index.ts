export { type Jobs, openJobs } from "./jobs.ts";
export {
  type Backlog,
  knowsStepOfInstallation,
  listBacklogsOfAllCustomers,
  listDeadLettersOfAllCustomers,
  listOverdueOfAllCustomers,
  takeDeadLetterOfAnyCustomer,
} from "./store.ts";
export type { Schedule } from "./take-jobs.ts";
