export { afterCommit, askAhead, beforeCommit, isWriting, sendAhead } from "./sent-ahead.ts";
export { writesOn } from "./writes.ts";
