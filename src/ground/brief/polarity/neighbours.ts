import { has, type Mention } from "../mention.ts";
import { SUBJECTS } from "../phrases/verbs.ts";
import { REFUSED, withdraw } from "../stance.ts";
import { type Before, clauseOf, isIn, isRefusing, sentenceOf } from "./clause.ts";
import { isAnd, isOr } from "./lists.ts";
import { isFronted } from "./rejections.ts";

/** The first neighbour is named at most this many tokens behind "next to", and each further one behind the last. */
const NEAR = 5;
/** 「テロと並ぶことだけは困ります」: what forbids in Japanese is at most this many characters behind the neighbour. */
const PREDICATE = 12;
/** "Crypto, and anything on drugs", but not "crypto, the headmistress insists". */
const BEHIND_COMMA = 2;
const ENDS = ["contrast", "affirmer", "seeks", "sells", "relative"] as const;

/**
 * "It is forbidden to appear near politics, war or betting", "crime, alcohol: we do not belong among these": in a clause that forbids,
 * what stands beside an ad is refused, whichever verb is used and wherever it is negated.
 */
export function refuseNeighbours(before: Before): void {
  for (const little of before.scope) {
    if (!has(little, "scope", "beside")) continue;
    const clause = clauseOf(little, before.tokens);
    const isJapanese = before.tokens[little.from]?.kind === "japanese";
    const isNear = (one: Mention) => !isJapanese || (one.start >= little.end && one.start - little.end <= PREDICATE);
    const behind = listFrom(little, before);
    const isRather = before.scope.some((one) => isIn(clause, one) && has(one, "scope", "rather"));
    const forbidding = before.scope.filter(
      (one) => isIn(clause, one) && (isForbidding(one) || (isRather && isThanBefore(one, little))) && isNear(one),
    );
    if (forbidding.length === 0 && !isForbiddenLater(little, behind, before)) continue;
    const [first] = behind;
    const isAhead = forbidding.some((one) => first && one.end <= first.start);
    const isFrontedBy = (one: Mention) => isFronted(little, before.tokens) && !has(one, "scope", "without");
    const isMeant = isAhead || forbidding.length === 0 || forbidding.some((one) => isStrong(one) || isFrontedBy(one));
    const list = behind.length === 0 ? listUntil(little, before) : isMeant ? behind : [];
    for (const one of list) {
      // Of news about something, the something is refused, and the news is not asked for.
      if (isNewsOf(one, list, before)) withdraw(one, before);
      else before.stances.set(one, REFUSED);
    }
  }
}

/** "If our offer stood beside diets, that would be fatal, so this must be excluded": another clause of the sentence resumes it. */
function isForbiddenLater(little: Mention, behind: readonly Mention[], { tokens, content, scope }: Before): boolean {
  const [last] = behind.slice(-1);
  if (!last) return false;
  const { end } = sentenceOf(little, tokens);
  const next = tokens.find(({ kind, start }) => kind !== "break" && start >= end);
  const until = next ? sentenceOf(next, tokens).end : end;
  const later = scope.filter((one) => one.start >= last.end && one.end <= until);
  return later.some((one) => {
    if (!isForbidding(one) || !isStrong(one)) return false;
    const clause = clauseOf(one, tokens);
    const isResumed = later.some(
      (other) => isIn(clause, other) && (has(other, "scope", "resumes") || has(other, "scope", "conclusion")),
    );
    return isResumed && !content.some((other) => isIn(clause, other));
  });
}

/** "We would rather be ignored than appear next to gambling." */
function isThanBefore(one: Mention, little: Mention): boolean {
  return has(one, "scope", "than") && one.end <= little.start;
}

/** It forbids by itself: "is unacceptable", "must be excluded"; "we are not young" does not. */
function isStrong(one: Mention): boolean {
  return STRONG.some((id) => has(one, "scope", id)) || (has(one, "scope", "negator") && one.to - one.from > 1);
}

const STRONG = ["forbids", "postnegator", "rejection", "drops", "unpaid"] as const;

function isForbidding(one: Mention): boolean {
  return (
    !has(one, "scope", "affirmer") &&
    (isRefusing(one) || ["never", "forbids", "unpaid"].some((id) => has(one, "scope", id)))
  );
}

/** The subjects behind it, as far as they follow one another. */
function listFrom(little: Mention, before: Before): Mention[] {
  const sentence = sentenceOf(little, before.tokens);
  const list: Mention[] = [];
  let edge = little.to;
  for (const one of before.content) {
    if (one.from < little.to || !isIn(sentence, one) || isMatter(one)) continue;
    const breaks = before.tokens.slice(edge, one.from).filter(({ kind }) => kind === "break");
    const most = breaks.length > 0 ? BEHIND_COMMA : NEAR;
    // "Nothing next to gambling: a savings account for children."
    if (list.length > 0 && breaks.some(({ text }) => text === ":")) break;
    if (one.from - edge > most || isParted(edge, one.from, before) || !isSubject(one)) break;
    list.push(one);
    edge = one.to;
  }
  return list;
}

/** "News of accidents", 「災害のニュース」: it is the accidents that are refused. */
function isNewsOf(one: Mention, list: readonly Mention[], { text, tokens }: Before): boolean {
  if (!has(one, "topic", "news")) return false;
  return list.some((other) => {
    const between = tokens.slice(one.to, other.from);
    const isBehind = other.from >= one.to && between.length <= 1;
    if (isBehind && !between.some(({ kind, plain }) => kind === "break" || isAnd(plain) || isOr(plain))) return true;
    return other.end <= one.start && text.slice(other.end, one.start) === "の";
  });
}

/** The subjects before it, where none follows it: what ends right before it in Japanese, and else a list in a clause of its own that "these" resumes. */
function listUntil(little: Mention, before: Before): Mention[] {
  const { text, tokens, content, scope } = before;
  const sentence = sentenceOf(little, tokens);
  const clause = clauseOf(little, tokens);
  const isJapanese = tokens[little.from]?.kind === "japanese";
  const named = content.filter((one) => isIn(sentence, one) && one.end <= (isJapanese ? little.start : clause.start));
  const last = named.findLast(isSubject);
  // "Gambling and alcohol nearby would be a nightmare."
  const here = named.length > 0 ? [] : content.filter((one) => isIn(clause, one) && one.end <= little.start);
  const [first] = here;
  if (first && here.every(isSubject) && isFronted(first, tokens)) return here;
  const isResumed = scope.some((one) => has(one, "scope", "resumes") && isIn(clause, one));
  const isOwn = isResumed && last && /^[^\p{L}]*[:：–—-]\s*$/u.test(text.slice(last.end, clause.start));
  if (!last || !(isOwn || isJapanese)) return [];
  if (isJapanese) return joinedUntil(last, named, before);
  return named.every(isSubject) ? named : [];
}

/** 「保険の広告なので、事故や災害のニュースの横」: insurance is in another clause. */
function joinedUntil(last: Mention, named: readonly Mention[], { text }: Before): Mention[] {
  const list = [last];
  for (const one of named.filter(isSubject).toReversed()) {
    const [nearest = last] = list.slice(-1);
    if (one.end > nearest.start || one === nearest) continue;
    if (!JOINED.test(text.slice(one.end, nearest.start))) break;
    list.push(one);
  }
  return list;
}

const JOINED =
  /^(?:の|話題|記事|報道|内容|広告|ページ|に関する|関連|を扱う|や|と|・|、|それに|そして|及び|および|または|か)*$/u;

function isSubject({ senses }: Mention): boolean {
  return senses.some(({ kind, isHint }) => SUBJECTS.has(kind) && !isHint);
}

/** "Next to articles on war": what the subject stands in. */
function isMatter({ senses }: Mention): boolean {
  return senses.every(({ isHint, kind }) => isHint && kind === "channel");
}

function isParted(from: number, to: number, { scope }: Before): boolean {
  return scope.some((one) => one.from >= from && one.to <= to && ENDS.some((id) => has(one, "scope", id)));
}
