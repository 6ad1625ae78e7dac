export { recordCalls } from "./record-calls.ts";
export {
  currenciesOf,
  type NewestCalls,
  type NewSourceCall,
  type Observed,
  outcomeFor,
  outcomeOfFailure,
  type SourceCall,
} from "./source-call.ts";
export { findNewestCalls, listCallsSince } from "./store.ts";
