export { afterCommit, answeredAtEnd, beforeCommit, sendAhead } from "./sent-ahead.ts";
export { writesOn } from "./writes.ts";
