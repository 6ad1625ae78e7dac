import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, type Span, sentenceOf, wantedIn } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { isFronted } from "../polarity/rejections.ts";
import { withdraw } from "../stance.ts";
import type { Token } from "../words.ts";

const WHOLE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/** Words of those who seek, and of campaigns: where one stands, what stands beside it may be demanded. */
const SEEKING = [
  "seeks",
  "aim",
  "aim-now",
  "wants",
  "tries",
  "exclusive",
  "hedge",
  "rather",
  "places",
  "market-label",
  "medium-label",
  "advertising",
  "campaign",
  "negator",
  "nor",
  "thanks",
] as const;

/** A sentence with fewer words is no more than a name: "Sweden and Norway." */
const TOLD = 5;
/** A letter; what is shorter is a request that ends with a question: "Radio in Kent, what does it cost?" */
const LETTER = 12;
const QUESTION = /[?？؟]/;

/**
 * What is named where nothing is sought, in a letter that seeks elsewhere or only asks: "Sold in half of Europe. The campaign runs in
 * Austria", "our boss is fond of the cinema. Could you send references?", "since our drivers listen to the radio".
 */
export function leaveUnsought(before: Before): void {
  const { tokens, stances } = before;
  const wanted = wantedIn(WHOLE, before).filter((one) => !stances.get(one)?.withdrawn && !stances.get(one)?.resumed);
  const open = wanted.filter((one) => !stances.get(one)?.exclusive);
  if (open.length === 0) return;
  const isSoughtIn = seekingIn(before);
  const isSought = (one: Mention) => stances.get(one)?.exclusive === true || isSoughtIn(sentenceOf(one, tokens));
  const hasMarket = wanted.some((one) => isPlace(one) && isSought(one));
  const isAsking = wordsIn(WHOLE, tokens) >= LETTER && tokens.some(isQuestion);
  for (const one of open) {
    const [clause, sentence] = [clauseOf(one, tokens), sentenceOf(one, tokens)];
    if (isFronted(one, tokens)) continue;
    const isOfOthers = isPlace(one) && hasMarket && !isSoughtIn(sentence) && wordsIn(sentence, tokens) >= TOLD;
    if (isOfOthers) withdraw(one, before);
    if (isSoughtIn(clause)) continue;
    const isReason = has(one, "channel") && before.scope.some((word) => isReasonIn(word, clause));
    if (isReason || (isAsking && !isQuestion(tokens.find(({ start }) => start >= sentence.end)))) withdraw(one, before);
  }
}

/** Whether a span says that something is sought, by the place of its words. */
function seekingIn({ scope }: Before): (span: Span) => boolean {
  const seeking = scope.filter((one) => SEEKING.some((id) => has(one, "scope", id)));
  return (span) => seeking.some((one) => isIn(span, one));
}

function isReasonIn(word: Mention, clause: Span): boolean {
  return has(word, "scope", "reason") && isIn(clause, word);
}

function wordsIn(span: Span, tokens: readonly Token[]): number {
  return tokens.filter(({ kind, start, end }) => kind !== "break" && start >= span.start && end <= span.end).length;
}

function isQuestion(token: Token | undefined): boolean {
  return token?.kind === "break" && QUESTION.test(token.text);
}
