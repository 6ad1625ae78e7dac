import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isChoosable, isIn, isRefusing, sentenceOf } from "../polarity/clause.ts";
import { isNotThere } from "../polarity/exceptions/within.ts";
import { INSISTED } from "../stance.ts";
import type { Token } from "../words.ts";

/** What denies that something be left out: "not", "never", "unthinkable", "why would we". */
const DENYING = ["none", "nothing", "never", "forbids", "denies"] as const;
/** What is left out follows at most this many tokens later, articles and adjectives between. */
const NEAR = 5;
/** And what somebody insists on, this many. */
const NEXT = 2;
/** "Without radio, the client will not sign": so near behind what is left out. */
const SOON = 6;

/**
 * "No plan without radio", "why would we leave out podcasts?", "posters must not be missing": who denies that it be left out wants it, as
 * does who insists on it.
 */
export function wantInsisted(before: Before): void {
  const { scope, stances } = before;
  for (const little of scope) {
    const isInsisting = has(little, "scope", "insists");
    if (!isInsisting && !has(little, "scope", "leaves-out") && !has(little, "scope", "left-out")) continue;
    const left = leftOut(little, before);
    if (left.length === 0 || (isInsisting ? isRefused(little, left, before) : !isDenied(little, left, before)))
      continue;
    for (const one of left) if (!stances.get(one)?.exclusive) stances.set(one, INSISTED);
  }
}

/** "We do not insist on radio", "the client insists that there be no radio". */
function isRefused(little: Mention, left: readonly Mention[], { tokens, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  const end = left.at(-1)?.to ?? little.to;
  return scope.some((one) => isDenying(one) && isIn(clause, one) && one.to <= end + NEAR);
}

/** The media or markets without which something would be, with those that are joined to them. */
function leftOut(little: Mention, { tokens, content }: Before): Mention[] {
  const clause = clauseOf(little, tokens);
  const here = content.filter((one) => isIn(clause, one) && isChoosable(one));
  const behind = here.filter((one) => one.from >= little.to);
  const [first] = behind;
  if (first && first.from - little.to <= (has(little, "scope", "insists") ? NEXT : NEAR))
    return chainFrom(first, behind);
  // "Radio darf nicht fehlen."
  return has(little, "scope", "left-out") ? here.filter((one) => one.to <= little.from) : [];
}

/** Up to where something else is between two of them. */
function chainFrom(first: Mention, behind: readonly Mention[]): Mention[] {
  const chain = [first];
  for (const one of behind.slice(1)) {
    if (one.from - (chain.at(-1)?.to ?? 0) > 1) break;
    chain.push(one);
  }
  return chain;
}

function isDenied(little: Mention, left: readonly Mention[], before: Before): boolean {
  const { tokens, scope, content } = before;
  const [first, last] = [left[0] ?? little, left.at(-1) ?? little];
  const [start, end] = [Math.min(little.from, first.from), Math.max(little.to, last.to)];
  const clause = clauseOf(little, tokens);
  const sentence = sentenceOf(little, tokens);
  const isOther = (one: Mention) => isChoosable(one) && !left.includes(one);
  const isFree = (from: number, to: number) => !content.some((one) => isOther(one) && one.from >= from && one.to <= to);
  // "Could we not do without radio?" asks for that.
  const isAsked = tokens.find((one) => one.start >= sentence.end)?.text === "?";
  const isOpening = tokens.find((one) => one.start >= sentence.start && one.kind === "word")?.start === little.start;
  return scope.some((one) => {
    if (one === little || (one.from < little.to && one.to > little.from) || !isDenying(one)) return false;
    if (isOfAmount(one, tokens)) return false;
    if (isAsked && !has(one, "scope", "denies")) return false;
    if (one.to <= start) return isIn(clause, one) && isFree(one.to, start);
    // "Posters must not be missing."
    if (one.from >= first.to && one.to <= end) return has(little, "scope", "left-out");
    if (one.from < end || !isFree(end, one.to + NEAR)) return false;
    // "Vergiss die Podcasts nicht."
    if (FORGETTING.test(tokens[little.from]?.plain ?? "") && one.from === end && tokens[one.to]?.kind !== "word")
      return isOpening;
    if (has(one, "scope", "denies") && (isIn(sentence, one) || isAnswer(one, sentence.end, before))) return true;
    if (!isOpening || !has(little, "scope", "without") || !isIn(sentence, one)) return false;
    return one.from - end <= SOON && !isNotThere(one, before);
  });
}

function isDenying(one: Mention): boolean {
  return (isRefusing(one) && !has(one, "scope", "leaves-out")) || DENYING.some((id) => has(one, "scope", id));
}

const FORGETTING = /^verg(?:iss|esst|essen|eet)$/;

/** "Moins de 20 euros, sans podcasts": it says less than what. */
function isOfAmount(one: Mention, tokens: readonly Token[]): boolean {
  const next = tokens[one.to]?.kind;
  return has(one, "money") && (next === "number" || next === "sign");
}

/** "A launch without radio? Unthinkable." */
function isAnswer(one: Mention, end: number, { tokens }: Before): boolean {
  const at = tokens.findIndex((token) => token.start >= end);
  return tokens[at]?.text === "?" && one.from > at && one.from - at <= SOON;
}
