import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, type Span, saysIn, sentenceOf } from "../polarity/clause.ts";
import { isStrict, withdraw } from "../stance.ts";

/** The language is named at most this many tokens before or behind the word for the answer. */
const NEAR = 5;

/** "Please reply in English", "po polsku proszę odpisać": a language for the answer is none of those who are sought. */
export function leaveReplyLanguage(before: Before): void {
  const { content, scope, tokens } = before;
  const replies = scope.filter((one) => has(one, "scope", "reply"));
  for (const language of content.filter((one) => has(one, "language"))) {
    const { start, end } = sentenceOf(language, tokens);
    const isOfReply = replies.some((one) => one.start >= start && one.end <= end && distance(one, language) <= NEAR);
    if (isOfReply && !isStrict(language, before)) withdraw(language, before);
  }
  leaveSpoken(before);
}

/** "Only media in Ukrainian; your offer in Polish, please", "we talk English, but the sites must be French": what no word for media stands beside. */
function leaveSpoken(before: Before): void {
  const { content, stances, tokens } = before;
  const open = content.filter(
    (one) => has(one, "language") && !stances.get(one)?.negated && !stances.get(one)?.withdrawn,
  );
  const isOfMedia = (one: Mention) =>
    stances.get(one)?.exclusive === true || speaksOfMedia(clauseOf(one, tokens), before);
  if (open.length < 2 || !open.some(isOfMedia)) return;
  for (const one of open) if (!isOfMedia(one)) withdraw(one, before);
}

function speaksOfMedia(clause: Span, before: Before): boolean {
  if (saysIn(clause, ["in-hand", "piece"], before)) return false;
  return (
    saysIn(clause, OF_MEDIA, before) ||
    before.content.some(
      (one) => isIn(clause, one) && (has(one, "channel") || has(one, "property") || has(one, "format")),
    )
  );
}

const OF_MEDIA = ["medium-label", "campaign", "seeks", "aim"] as const;

function distance(one: Mention, other: Mention): number {
  return one.to <= other.from ? other.from - one.to : one.from - other.to;
}
