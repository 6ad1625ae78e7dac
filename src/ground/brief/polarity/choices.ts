import { has, type Mention } from "../mention.ts";
import type { Before } from "./clause.ts";
import { clauseOf, isDemandable, isIn, SENTENCE_END } from "./clause.ts";
import { mattersOf } from "./lists.ts";

/** A word belongs to what is at most this many tokens from it. */
const NEAR = 3;

/** Of two things of a kind, words beside them say which one is meant. */
export function choose(before: Before): void {
  for (const little of before.scope) {
    if (has(little, "scope", "correction")) correct(little, before);
    if (has(little, "scope", "if") || has(little, "scope", "if-so")) suppose(little, before);
    if (has(little, "scope", "rather")) prefer(little, before);
    if (has(little, "scope", "rest")) leave(little, before);
  }
}

/** "Podcasts, no wait, radio": the first one is taken back. */
function correct({ from, to, start, end }: Mention, before: Before): void {
  const last = before.content.findLast((one) => one.end <= start);
  const next = before.content.find((one) => one.start >= end);
  if (!last || !next || before.stances.get(last)?.negated) return;
  if (from - last.to > NEAR || next.from - to > NEAR || !isAlike(last, next)) return;
  withdraw(last, before);
}

/** "If TV, then only CTV": the first one alone demands nothing. */
function suppose(little: Mention, before: Before): void {
  const { text, content, stances } = before;
  const supposed = has(little, "scope", "if-so")
    ? content.findLast(({ end }) => end === little.start)
    : content.find(({ start, from }) => start >= little.end && from - little.to < NEAR);
  if (!supposed || !isDemandable(supposed)) return;
  const isSameSentence = ({ start }: Mention) => !SENTENCE_END.test(text.slice(supposed.end, start));
  const isOnly = (one: Mention) => one.start >= supposed.end && stances.get(one)?.exclusive && isAlike(one, supposed);
  if (content.some((one) => isOnly(one) && isSameSentence(one))) withdraw(supposed, before);
}

/** "Rather radio than podcasts", "prefer Italy to France": a preference, and no refusal. */
function prefer(little: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const clause = clauseOf(little, tokens);
  const [first, second] = content.filter((one) => one.start >= little.end && isDemandable(one) && isIn(clause, one));
  if (!first || !second || !isAlike(first, second)) return;
  const isThan = scope.some((one) => has(one, "scope", "than") && one.from >= first.to && second.from - one.to <= 1);
  if (!isThan || stances.get(first)?.negated) return;
  stances.set(first, { negated: false, hedged: true, exclusive: false });
  stances.set(second, { negated: true, hedged: true, exclusive: false });
}

function isAlike(one: Mention, other: Mention): boolean {
  return mattersOf(one).some((matter) => mattersOf(other).includes(matter));
}

/** "The rest of Brazil does not count" refuses none of what was named in it. */
function leave(little: Mention, before: Before): void {
  const whole = before.content.find(({ from, start }) => start >= little.end && from - little.to <= 1);
  if (whole && before.stances.get(whole)?.negated) withdraw(whole, before);
}

function withdraw(mention: Mention, { stances }: Before): void {
  stances.set(mention, { negated: false, hedged: false, exclusive: false, withdrawn: true });
}
