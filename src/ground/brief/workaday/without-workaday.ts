import type { Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { withoutGivenNames } from "./given-names.ts";
import { withoutJobTitles } from "./job-titles.ts";
import { withoutTradeWords } from "./trade-words.ts";

/** Without what is said of the work and of those who do it, which looks like a subject. */
export function withoutWorkaday(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  return withoutTradeWords(text, withoutGivenNames(text, withoutJobTitles(text, tokens, mentions)));
}
