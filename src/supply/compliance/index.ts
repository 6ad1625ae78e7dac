export { complianceAgenda } from "./agenda.ts";
export { type Compliance, isExaminable, isGraded, verdictOn } from "./compliance.ts";
export { examineSource, jobKey } from "./examine-source.ts";
export { type Examining, holdByGatesOfAllCustomers, listCompliance, listExamining } from "./store.ts";
export { trackCounts } from "./verdict.ts";
export { whyHeld } from "./why-held.ts";
