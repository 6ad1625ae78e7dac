import { has, type Mention } from "../mention.ts";
import { type Before, sentenceOf } from "../polarity/clause.ts";
import { isStrict, withdraw } from "../stance.ts";

/** The language is named at most this many tokens before or behind the word for the answer. */
const NEAR = 5;

/** "Please reply in English", "po polsku proszę odpisać": a language for the answer is none of those who are sought. */
export function leaveReplyLanguage(before: Before): void {
  const { content, scope, tokens } = before;
  const replies = scope.filter((one) => has(one, "scope", "reply"));
  if (replies.length === 0) return;
  for (const language of content.filter((one) => has(one, "language"))) {
    const { start, end } = sentenceOf(language, tokens);
    const isOfReply = replies.some((one) => one.start >= start && one.end <= end && distance(one, language) <= NEAR);
    if (isOfReply && !isStrict(language, before)) withdraw(language, before);
  }
}

function distance(one: Mention, other: Mention): number {
  return one.to <= other.from ? other.from - one.to : one.from - other.to;
}
