import { languagesOf } from "./detect-language.ts";
import { findMentions } from "./find-mentions.ts";
import type { Language } from "./languages.ts";
import type { Mentions } from "./mention.ts";
import { type Polarity, polarityOf } from "./polarity/polarity.ts";
import { type Term, termsOf } from "./terms.ts";
import { type Token, tokensOf } from "./words.ts";

/** The reading of a text that is not a brief, such as a product's: it demands nothing, and no typing errors are looked for. */
export interface TextReading {
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
  /** The languages of its first part alone. */
  readonly writtenIn: readonly Language[];
  readonly polarity: Polarity;
  readonly terms: readonly Term[];
}

/** What stands behind its own end was added to it, and may be in another language. */
export function readText(text: string, ownEnd = text.length): TextReading {
  const tokens = tokensOf(text);
  const mentions = findMentions(tokens, false);
  const polarity = polarityOf(text, tokens, mentions);
  const isWhole = text.slice(ownEnd).trim() === "";
  const writtenIn = isWhole ? mentions.languages : languagesOf(tokens.filter(({ end }) => end <= ownEnd));
  return { tokens, mentions, writtenIn, polarity, terms: termsOf(tokens, mentions, polarity) };
}
