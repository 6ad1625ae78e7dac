export type { Attempt, Outcome, Progress, Result } from "./attempt.ts";
export { type Dispatch, type DispatchInput, dispatch } from "./dispatch.ts";
export { POLICIES } from "./policies.ts";
export { leaseMsOf, mostAttemptsOf, type RetryPolicy } from "./retry-policy.ts";
