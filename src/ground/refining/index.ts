export { type Ask, type SellersAsked, withAsk } from "./ask.ts";
export { inShort } from "./notes.ts";
export { newBriefIn, nothingShown, readAsk, sessionAskOf } from "./read-ask.ts";
export type { Named, ReadAsk } from "./shown.ts";
