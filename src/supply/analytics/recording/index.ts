export { recordRuns, runFactOf } from "./record-runs.ts";
