export { type Chip, type ChipKind, HINTED, isFirm } from "./chip.ts";
export * as months from "./dates/months.ts";
export { LANGUAGES, type Language } from "./languages.ts";
export {
  type CompiledLexicon,
  idOf,
  labelOf,
  lexicon,
  lineOf,
  readLexiconAhead,
  recallLexicon,
} from "./lexicon/lexicon.ts";
export { has } from "./mention.ts";
export { type BriefReading, readBrief, readingVersion } from "./read-brief.ts";
export { readText } from "./read-text.ts";
export { plainOf, tokensOf } from "./words.ts";
