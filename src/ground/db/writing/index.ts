export { afterCommit, askAhead, beforeCommit, sendAhead } from "./sent-ahead.ts";
export { writesOn } from "./writes.ts";
