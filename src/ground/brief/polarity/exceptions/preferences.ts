import { has, type Mention } from "../../mention.ts";
import type { Token } from "../../words.ts";
import { type Before, clauseOf, isDemandable, isIn, isMedium, isRefusing } from "../clause.ts";
import { isAnd } from "../lists.ts";

/** "Cucina, meglio la radio", "Kochen, lieber Podcasts", "cuisine, plutôt la radio". */
const BETTER: ReadonlySet<string> = new Set("plutot meglio lepiej beter lieber besser liever".split(" "));
/** Before a noun these are "the best": "mejor radio". */
const BETTER_OR_BEST: ReadonlySet<string> = new Set("mejor melhor better mieux".split(" "));
/** A please where the brief begins with it. */
const GLADLY: ReadonlySet<string> = new Set(["graag"]);
const BUT: ReadonlySet<string> = new Set("but aber mais pero ma mas maar ale".split(" "));

/** So many little words may stand before the medium: "sur les", "in der". */
const BETWEEN = 2;
/** In letters. */
const LITTLE = 4;

/** In Japanese the rest of such words stands behind what is preferred. */
const AHEAD = /^(?:もし|でき|なるべく|可能|どちらかといえば|よければ|よろしければ|たとえば|例えば)/u;

/** What is preferred as "better", or in Japanese by a word before it, is no demand. */
export function heedPreferences(before: Before): void {
  const { tokens, scope } = before;
  for (const little of scope)
    if (has(little, "scope", "hedge") && tokens[little.from]?.kind === "japanese") preferNext(little, before);
  for (const [at, { plain }] of tokens.entries()) {
    const isBest = BETTER_OR_BEST.has(plain);
    if ((isBest || BETTER.has(plain) || GLADLY.has(plain)) && isOpening(at, tokens)) preferBetter(at, isBest, before);
  }
}

/** 「できればポッドキャスト」, 「なるべくイギリスで」 */
function preferNext(little: Mention, before: Before): void {
  const { text, tokens, content } = before;
  if (!AHEAD.test(text.slice(little.start, little.end))) return;
  const isAtEnd = text.startsWith("、", little.end);
  const clause = isAtEnd ? clauseOf({ from: little.to + 1, to: little.to + 2 }, tokens) : clauseOf(little, tokens);
  for (const one of content)
    if (one.start >= little.end && one.start < clause.end && isDemandable(one)) soften(one, before);
}

/** Behind a comma, or an "and" or "but" behind one. */
function isOpening(at: number, tokens: readonly Token[]): boolean {
  const isBreak = (token: Token | undefined) => !token || token.kind === "break";
  const { plain = "" } = tokens[at] ?? {};
  const before = tokens[at - 1];
  if (GLADLY.has(plain)) return before?.text.startsWith(",") === true;
  return isBreak(before) || (before !== undefined && (isAnd(before.plain) || BUT.has(before.plain)));
}

function preferBetter(at: number, isBest: boolean, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const medium = content.find((one) => one.from > at && isDemandable(one));
  if (!medium || !isMedium(medium) || medium.from - at - 1 > BETWEEN) return;
  const isBare =
    medium.from === at + 1 && content.some(({ from, start }) => from === at + 1 && start === tokens[at + 1]?.start);
  const isLittle = ({ kind, text }: Token) => kind === "word" && text.length <= LITTLE;
  if ((isBest && isBare) || !tokens.slice(at + 1, medium.from).every(isLittle)) return;
  const clause = clauseOf({ from: at, to: at + 1 }, tokens);
  const isTurned = scope.some(
    (one) => isIn(clause, one) && (isRefusing(one) || (one.start >= medium.end && has(one, "scope", "than"))),
  );
  // "No radio, lieber Podcasts": instead of it.
  const isInstead = content.some((one) => one.end <= clause.start && stances.get(one)?.negated);
  if (isTurned || isInstead) return;
  for (const one of content) if (one.from >= medium.from && isIn(clause, one) && isMedium(one)) soften(one, before);
}

function soften(one: Mention, { stances }: Before): void {
  const stance = stances.get(one);
  if (stance && !stance.negated && !stance.exclusive && !stance.withdrawn)
    stances.set(one, { ...stance, hedged: true });
}
