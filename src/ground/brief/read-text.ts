import { findMentions } from "./find-mentions.ts";
import type { Mentions } from "./mention.ts";
import { type Polarity, polarityOf } from "./polarity/polarity.ts";
import { type Term, termsOf } from "./terms.ts";
import { type Token, tokensOf } from "./words.ts";

/** The reading of a text that is not a brief, such as a product's: it demands nothing, and no typing errors are looked for. */
export interface TextReading {
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
  readonly polarity: Polarity;
  readonly terms: readonly Term[];
}

export function readText(text: string): TextReading {
  const tokens = tokensOf(text);
  const mentions = findMentions(tokens, false);
  const polarity = polarityOf(text, tokens, mentions);
  return { tokens, mentions, polarity, terms: termsOf(tokens, mentions, polarity) };
}
