import { has } from "../mention.ts";
import type { Before } from "./clause.ts";
import { isChoosable, isIn, isRefusing, sentenceOf } from "./clause.ts";

const QUESTION = /[?？؟]/;
/** An answer that is longer may be about something else. */
const LONGEST_ANSWER = 6;

/** "Cinema? No.", "Do we run in Ireland? We don't.": what is asked for in a question is refused by its answer. */
export function answer({ tokens, content, scope, stances }: Before): void {
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token.kind !== "break" || !QUESTION.test(token.text) || !next) return;
    const question = sentenceOf({ start: token.start, end: token.start }, tokens);
    const asked = content.filter((one) => isIn(question, one) && isChoosable(one) && !stances.get(one)?.negated);
    if (asked.length === 0) return;
    const reply = sentenceOf(next, tokens);
    const words = tokens.filter(({ kind, start, end }) => kind !== "break" && start >= reply.start && end <= reply.end);
    if (
      words.length > LONGEST_ANSWER ||
      content.some((one) => isIn(reply, one) && (isChoosable(one) || stances.get(one)?.negated))
    )
      return;
    const said = scope.filter((one) => isIn(reply, one));
    const isRefused = said.some((one) => isRefusing(one) || has(one, "scope", "answer-no"));
    const isLater = said.some((one) => has(one, "scope", "later"));
    if (!isRefused && !isLater) return;
    for (const one of asked)
      stances.set(one, { negated: !isLater, hedged: false, exclusive: false, ...(isLater && { withdrawn: true }) });
  });
}
