export { askingTogether, writingTogether } from "./gathered.ts";
export { afterCommit, askAhead, beforeCommit, isWriting, sendAhead, sendNow } from "./sent-ahead.ts";
export { writesOn } from "./writes.ts";
