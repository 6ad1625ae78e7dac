export type { Attempt, Outcome, Progress, Result } from "./attempt.ts";
export { type Dispatch, type DispatchInput, dispatch, dispatchesIn } from "./dispatch.ts";
export { isTransient, meaningOf, outcomeAfter, stillRemembers } from "./lost-answer.ts";
export { POLICIES } from "./policies.ts";
export { leaseMsOf, mostAttemptsOf, nextAttemptAfter, type Patience, type RetryPolicy } from "./retry-policy.ts";
