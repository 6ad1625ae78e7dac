import { has, type Mention } from "../../mention.ts";
import { REFUSED } from "../../stance.ts";
import { type Before, clauseOf, isChannel, isIn, isRefusing, sentenceOf } from "../clause.ts";
import { listOf } from "../lists-before.ts";

/** "The board has banned radio", "mailings heeft het bestuur verboden": media stand on either side of the verb. */
export function refuseBanned(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const little of scope) {
    if (!has(little, "scope", "bans")) continue;
    const clause = clauseOf(little, tokens);
    const ahead = { start: clause.start, end: little.start };
    // "Not banned", "whatever is banned on the radio".
    if (scope.some((one) => isIn(ahead, one) && (isRefusing(one) || has(one, "scope", "if")))) continue;
    for (const one of content)
      if (isIn(clause, one) && isChannel(one) && !stances.get(one)?.exclusive && !isThere(one, little, before))
        stances.set(one, REFUSED);
  }
}

/** "Posters at schools are forbidden": others are not. */
function isThere(one: Mention, { start }: Mention, { scope }: Before): boolean {
  return scope.some(
    (word) => word.start === one.end + 1 && word.end <= start && AT.some((id) => has(word, "scope", id)),
  );
}

const AT = ["locator", "medium-after"] as const;

/** "Google ads we have bought, no need for more of it": the medium that was named last, or its list. */
export function refuseLast(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const little of scope) {
    if (!has(little, "scope", "refuses-it")) continue;
    const { start } = sentenceOf(little, tokens);
    const named = content.filter((one) => one.end <= little.start && isChannel(one));
    const own = named.filter((one) => one.start >= start);
    const last = own.at(-1) ?? named.at(-1);
    if (!last || (own.length === 0 && sentenceOf(last, tokens).end + SENTENCE_GAP < start)) continue;
    for (const one of listOf(last, before)) if (isChannel(one)) stances.set(one, REFUSED);
  }
}

/** In characters. */
const SENTENCE_GAP = 3;
