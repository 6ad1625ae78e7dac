import { findMentions } from "./find-mentions.ts";
import type { Mentions } from "./mention.ts";
import { type Polarity, polarityOf } from "./polarity/polarity.ts";
import { type Term, termsOf } from "./terms.ts";
import { type Token, tokensOf } from "./words.ts";

/** The reading of a text that is not a brief, such as a product's: it demands nothing. */
export interface TextReading {
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
  readonly polarity: Polarity;
  readonly terms: readonly Term[];
}

/** Typing errors are only looked for in what is written in haste. */
export function readText(text: string, mendsTyping = false): TextReading {
  const tokens = tokensOf(text);
  const mentions = findMentions(tokens, mendsTyping);
  const polarity = polarityOf(text, tokens, mentions);
  return { tokens, mentions, polarity, terms: termsOf(tokens, mentions, polarity) };
}
