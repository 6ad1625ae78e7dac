export { type DeadLetter, type Jobs, type JobsOptions, openJobs, type Schedule } from "./jobs.ts";
