export { complianceAgenda } from "./agenda.ts";
export { type Compliance, isExaminable, verdictOn } from "./compliance.ts";
export { examineSource, jobKey } from "./examine-source.ts";
export { holdByGatesOfAllCustomers, listCompliance } from "./store.ts";
export { trackCounts } from "./verdict.ts";
