export { type Ask, withAsk } from "./ask.ts";
export { inShort } from "./notes.ts";
export { newBriefIn, nothingShown, readAsk, sessionAskOf } from "./read-ask.ts";
export type { ReadAsk } from "./shown.ts";
