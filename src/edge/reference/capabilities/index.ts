export { answerQuestion, journeyMarkdown, nextAfter } from "./answer-question.ts";
export type { Capability } from "./capability.ts";
export type { Field, Shape } from "./field.ts";
export { type Guide, openGuide } from "./guide.ts";
export { callOf, lineOf } from "./markdown.ts";
export { vocabularyOf } from "./plain-words.ts";
export { openRanking, type Ranking } from "./ranking.ts";
