export { openModularAgent } from "./agent/modular-agent.ts";
export { readStanding, type SourceCondition } from "./lifecycle/read-projection.ts";
export { followReportJob, type ReportInput } from "./reports/follow-report-job.ts";
export { listModularSources } from "./store.ts";
export { listMoves, type WorkItemMove } from "./work-queue/moves-store.ts";
