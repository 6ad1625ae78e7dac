import { has, type Mention } from "../mention.ts";
import { REFUSED, WITHDRAWN } from "../stance.ts";
import type { Token } from "../words.ts";
import type { Before } from "./clause.ts";
import { clauseOf, isChoosable, isIn, isRefusing, sentenceOf } from "./clause.ts";
import { isOfAllElse } from "./exceptions/all-else.ts";
import { isFronted } from "./rejections.ts";

const QUESTION = /[?？؟]/;
/** An answer that is longer may be about something else. */
const LONGEST_ANSWER = 6;

/** In words: "Politics? No, thanks." */
const CURT = 4;

function isNo(one: Mention): boolean {
  return isRefusing(one) || has(one, "scope", "answer-no");
}

function isCurtly(one: Mention): boolean {
  return isNo(one) || has(one, "scope", "thanks");
}

function isAt(start: number, one: Mention): boolean {
  return one.start <= start && start < one.end;
}

function wordsIn(span: { start: number; end: number }, tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind, start, end }) => kind !== "break" && start >= span.start && end <= span.end);
}

/** In whatever language. */
const NO = /^(?:no|nein|non|não|nao|nee|nie|لا|いいえ)$/;

/** "Denmark: please don't": nothing but a name stands before the colon, and nothing but a no behind it. */
export function answerBehindColon({ tokens, content, scope, stances }: Before): void {
  for (const one of content.filter(isChoosable)) {
    // "CTV-Werbung: nein".
    const to = scope.some((word) => word.from === one.to && has(word, "scope", "advertising")) ? one.to + 1 : one.to;
    const [colon, next] = [tokens[to], tokens[to + 1]];
    if (!colon?.text.startsWith(":") || !isFronted(one, tokens) || !next) continue;
    const reply = clauseOf({ from: to + 1, to: to + 2 }, tokens);
    const isCurt = wordsIn(reply, tokens).length <= CURT && !content.some((other) => isIn(reply, other));
    const isNegated = NO.test(next.plain) || scope.some((word) => isIn(reply, word) && has(word, "scope", "answer-no"));
    if (isCurt && isNegated) stances.set(one, REFUSED);
  }
}

/** "Cinema? No.", "Do we run in Ireland? We don't.": what is asked for in a question is refused by its answer. */
export function answer({ text, tokens, content, scope, stances }: Before): void {
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token.kind !== "break" || !QUESTION.test(token.text) || !next) return;
    const question = sentenceOf({ start: token.start, end: token.start }, tokens);
    const reply = sentenceOf(next, tokens);
    const words = wordsIn(reply, tokens);
    const open = content.filter((one) => isIn(question, one) && !stances.get(one)?.negated);
    const named = open.filter(isChoosable);
    const isCurt = wordsIn(question, tokens).length <= CURT && words.length <= CURT;
    const asked = named.length === 0 && isCurt ? open : named;
    if (asked.length === 0) return;
    if (
      words.length > LONGEST_ANSWER ||
      content.some((one) => isIn(reply, one) && (isChoosable(one) || stances.get(one)?.negated))
    )
      return;
    const said = scope.filter((one) => isIn(reply, one) && !isOfAllElse(one, { text, tokens, content, scope }));
    // "Back pain? No problem": of a subject, all of the answer is a no.
    const isPlain =
      named.length > 0 || words.every(({ start }) => said.some((one) => isCurtly(one) && isAt(start, one)));
    const isBareNo = words.length === 1 && NO.test(words[0]?.plain ?? "");
    const isRefused = isBareNo || (isPlain && said.some(isNo));
    const isLater = said.some((one) => has(one, "scope", "later"));
    if (!isRefused && !isLater) return;
    for (const one of asked) stances.set(one, isLater ? WITHDRAWN : REFUSED);
  });
}
