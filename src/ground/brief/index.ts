export { type Chip, type ChipKind, isFirm } from "./chip.ts";
export { findMentions } from "./find-mentions.ts";
export { LANGUAGES, type Language } from "./languages.ts";
export { labelOf, lexicon, lineOf } from "./lexicon/lexicon.ts";
export { has } from "./mention.ts";
export { stancesOf } from "./polarity.ts";
export { type BriefReading, readBrief, readingVersion } from "./read-brief.ts";
export { termsOf } from "./terms.ts";
export { plainOf, tokensOf } from "./words.ts";
