import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, isRefusing, sentenceOf } from "./clause.ts";
import type { Stance } from "./stance.ts";
import { SUBJECTS } from "./verbs.ts";

/** The first neighbour is named at most this many tokens behind "next to", and each further one behind the last. */
const NEAR = 5;
/** "Crypto, and anything on drugs", but not "crypto, the headmistress insists". */
const BEHIND_COMMA = 2;
const REFUSED: Stance = { negated: true, hedged: false, exclusive: false };
const ENDS = ["contrast", "affirmer", "seeks", "sells", "relative"] as const;

/**
 * "It is forbidden to appear near politics, war or betting", "crime, alcohol: we do not belong among these": in a clause that forbids,
 * what stands beside an ad is refused, whichever verb is used and wherever it is negated.
 */
export function refuseNeighbours(before: Before): void {
  for (const little of before.scope) {
    if (!has(little, "scope", "beside")) continue;
    const clause = clauseOf(little, before.tokens);
    if (!before.scope.some((one) => isIn(clause, one) && isForbidding(one))) continue;
    const behind = listFrom(little, before);
    for (const one of behind.length > 0 ? behind : listUntil(little, before)) before.stances.set(one, REFUSED);
  }
}

function isForbidding(one: Mention): boolean {
  return !has(one, "scope", "affirmer") && (isRefusing(one) || ["never", "forbids"].some((id) => has(one, "scope", id)));
}

/** The subjects behind it, as far as they follow one another. */
function listFrom(little: Mention, before: Before): Mention[] {
  const sentence = sentenceOf(little, before.tokens);
  const list: Mention[] = [];
  let edge = little.to;
  for (const one of before.content) {
    if (one.from < little.to || !isIn(sentence, one)) continue;
    const most = before.tokens.slice(edge, one.from).some(({ kind }) => kind === "break") ? BEHIND_COMMA : NEAR;
    if (one.from - edge > most || isParted(edge, one.from, before) || !isSubject(one)) break;
    list.push(one);
    edge = one.to;
  }
  return list;
}

/** The subjects before it, where none follows it: a list that its sentence begins with, or that Japanese has before the verb. */
function listUntil(little: Mention, before: Before): Mention[] {
  const sentence = sentenceOf(little, before.tokens);
  const named = before.content.filter((one) => isIn(sentence, one) && one.end <= little.start);
  return named.every(isSubject) ? named : [];
}

function isSubject({ senses }: Mention): boolean {
  return senses.some(({ kind, isHint }) => SUBJECTS.has(kind) && !isHint);
}

function isParted(from: number, to: number, { scope }: Before): boolean {
  return scope.some((one) => one.from >= from && one.to <= to && ENDS.some((id) => has(one, "scope", id)));
}
