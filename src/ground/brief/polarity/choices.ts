import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention } from "../mention.ts";
import { AVOIDED, DEMANDED_ALONE, PREFERRED, withdraw } from "../stance.ts";
import type { Token } from "../words.ts";
import type { Before } from "./clause.ts";
import { clauseOf, isDemandable, isIn, isRefusing, SENTENCE_END, sentenceOf } from "./clause.ts";
import { isAnd, isOr, isPlace, mattersOf } from "./lists.ts";
import { isComma } from "./rejections.ts";

/** A word belongs to what is at most this many tokens from it. */
const NEAR = 3;

/** "Than a thousand banners". */
const COUNTED = 2;

/** Of two things of a kind, words beside them say which one is meant. */
export function choose(before: Before): void {
  formOf(before);
  for (const little of before.scope) {
    if (has(little, "scope", "correction")) correct(little, before);
    if (has(little, "scope", "exclusive")) narrow(little, before);
    if (has(little, "scope", "if") || has(little, "scope", "if-so")) suppose(little, before);
    if (has(little, "scope", "rather")) prefer(little, before);
    if (has(little, "scope", "rest")) leave(little, before);
    if (has(little, "scope", "whatever")) leaveOpen(little, before);
    if (has(little, "scope", "may-be")) allow(little, before);
    if (has(little, "scope", "no-matter")) leaveToChoice(little, before);
    if (has(little, "scope", "or")) alternate(little, before);
    if (has(little, "scope", "abroad")) goAbroad(little, before);
    if (has(little, "scope", "everywhere")) deliver(little, before);
  }
}

/** "Audio, but only on streaming services": the second is a part of the first. */
function narrow(little: Mention, before: Before): void {
  const { tokens, content, stances } = before;
  const sentence = sentenceOf(little, tokens);
  const part = content.find((one) => one.start >= little.end && one.from - little.to < NEAR && isMedium(one));
  if (!part || !isIn(sentence, part) || stances.get(part)?.negated) return;
  const whole = content.findLast((one) => one.end <= little.start && isIn(sentence, one) && isPartOf(part, one));
  if (whole && !stances.get(whole)?.negated) withdraw(whole, before);
}

/** "Audio ads on streaming services", 「音楽ストリーミングの音声広告」: the broader one is the form, and the other where it runs. */
function formOf(before: Before): void {
  const { content, stances } = before;
  content.forEach((one, at) => {
    const next = content[at + 1];
    if (!next || stances.get(one)?.negated || stances.get(next)?.negated) return;
    if (!isLinkedTo(one, next, before)) return;
    if (isPartOf(next, one)) withdraw(one, before);
    else if (isPartOf(one, next)) withdraw(next, before);
  });
}

/** Nothing but a preposition and an article is between. */
function isLinkedTo(one: Mention, next: Mention, { text, tokens, scope }: Before): boolean {
  const isJapanese = tokens[one.from]?.kind === "japanese";
  if (isJapanese) return one.from === next.from && text.slice(one.end, next.start) === "の";
  const between = tokens.slice(one.to, next.from);
  const isJoint = ({ kind, plain }: Token) => kind !== "word" || isOr(plain) || isAnd(plain);
  if (between.length === 0 || between.length > LINK || between.some(isJoint)) return false;
  return !scope.some(
    (word) => word.from >= one.to && word.to <= next.from && PARTING.some((id) => has(word, "scope", id)),
  );
}

const PARTING = ["negator", "none", "nor", "contrast", "exclusive", "than", "rather"] as const;

/** In tokens. */
const LINK = 2;

function isPartOf(part: Mention, whole: Mention): boolean {
  const [some, all] = [valuesOf(part), valuesOf(whole)];
  return some.length > 0 && some.length < all.length && some.every((one) => all.includes(one));
}

function valuesOf({ senses }: Mention): readonly string[] {
  return senses.flatMap(({ kind, id, isHint }) => (kind === "channel" && !isHint ? valuesNamed(id) : []));
}

function valuesNamed(id: string): readonly string[] {
  return lineOf("channel", id)?.values ?? [id];
}

/** "Podcasts, magazines or whatever else they read": the list is of examples. */
function leaveOpen(little: Mention, before: Before): void {
  const { tokens, content } = before;
  if (!isOr(tokens[little.from - 1]?.plain ?? "")) return;
  const sentence = sentenceOf(little, tokens);
  const named = content.filter((one) => isIn(sentence, one) && one.end <= little.start && isDemandable(one));
  const last = named.at(-1);
  if (!last || little.from - last.to > NEAR) return;
  for (const one of named) if (isAlike(one, last)) soften(one, before);
}

/** "It can be a podcast, a magazine or a site": what is allowed is not demanded. */
function allow(little: Mention, before: Before): void {
  const { tokens, content } = before;
  const sentence = sentenceOf(little, tokens);
  const allowed = content.filter((one) => one.start >= little.end && isIn(sentence, one) && isMedium(one));
  const isAlternative = ({ from, to }: Mention) =>
    [tokens[from - 1], tokens[from - 2], tokens[to], tokens[to + 1]].some((one) => one && isOr(one.plain));
  const [first] = allowed;
  if (!first || first.from - little.to > NEAR || !allowed.some(isAlternative)) return;
  for (const one of allowed) soften(one, before);
}

/** "Paper, screen, it doesn't matter": of several, none is demanded. */
function leaveToChoice(little: Mention, before: Before): void {
  const sentence = sentenceOf(little, before.tokens);
  const named = before.content.filter((one) => isIn(sentence, one) && one.end <= little.start && isMedium(one));
  const last = named.at(-1);
  if (!last || little.from - last.to >= NEAR) return;
  // "Paper, screens, it doesn't matter": the first of a list need not be known.
  const isListed = isComma(before.tokens[last.from - 1]?.text ?? "");
  if (named.every(({ start }) => start === last.start) && !isListed) return;
  for (const one of named) soften(one, before);
}

/** 「雑誌でもメルマガでも」: in Japanese "or" follows each of them. */
function alternate(little: Mention, before: Before): void {
  const { tokens, content, scope } = before;
  const isNamed = (or: Mention) => content.find((one) => isMedium(one) && one.end === or.start);
  const medium = isNamed(little);
  const sentence = sentenceOf(little, tokens);
  const isOther = (one: Mention) => one !== little && has(one, "scope", "or") && isIn(sentence, one) && isNamed(one);
  if (medium && scope.some(isOther)) soften(medium, before);
}

function isMedium(one: Mention): boolean {
  return has(one, "channel") || has(one, "property");
}

/** "Abroad too, but Austria first": of places one comes before others. */
function goAbroad(little: Mention, before: Before): void {
  const { tokens, content, scope } = before;
  const clause = clauseOf(little, tokens);
  const isHere = (id: string) => scope.some((one) => has(one, "scope", id) && isIn(clause, one));
  const isRefused = scope.some((one) => isRefusing(one) && isIn(clause, one));
  if (!isHere("also") || isRefused) return;
  const sentence = sentenceOf(little, tokens);
  const isSought = (one: Mention) => {
    const own = clauseOf(one, tokens);
    return scope.some((word) => has(word, "scope", "aim") && isIn(own, word));
  };
  for (const one of content) if (isPlace(one) && isIn(sentence, one) && !isSought(one)) soften(one, before);
}

/** "The fair is in Dublin, but we ship everywhere": a place that the same sentence has named is where something happens. */
function deliver(little: Mention, before: Before): void {
  const { tokens, content, scope } = before;
  const clause = clauseOf(little, tokens);
  if (!scope.some((one) => has(one, "scope", "delivers") && isIn(clause, one))) return;
  const sentence = sentenceOf(little, tokens);
  const places = content.filter((one) => isPlace(one) && isIn(sentence, one));
  if (places.some((one) => isIn(clause, one))) return;
  for (const one of places) if (one.end <= clause.start) soften(one, before);
}

function soften(mention: Mention, { stances }: Before): void {
  const stance = stances.get(mention);
  if (stance && !stance.negated && !stance.exclusive && !stance.withdrawn)
    stances.set(mention, { ...stance, hedged: true });
}

/** "Podcasts, no wait, radio": the first one is taken back. */
function correct({ from, to, start, end }: Mention, before: Before): void {
  const last = before.content.findLast((one) => one.end <= start);
  const next = before.content.find((one) => one.start >= end);
  if (!last || !next || before.stances.get(last)?.negated) return;
  if (from - last.to > NEAR || next.from - to > NEAR || !isAlike(last, next)) return;
  withdraw(last, before);
}

/** "If TV, then only CTV", "TV only if it is CTV": the first one alone demands nothing. */
function suppose(little: Mention, before: Before): void {
  const { text, content, scope, stances } = before;
  if (scope.some((one) => has(one, "scope", "exclusive") && isJustBefore(one, little, before))) onlyIf(little, before);
  const supposed = has(little, "scope", "if-so")
    ? content.findLast(({ end }) => end === little.start)
    : content.find(({ start, from }) => start >= little.end && from - little.to < NEAR);
  if (!supposed || !isDemandable(supposed)) return;
  const isSameSentence = ({ start }: Mention) => !SENTENCE_END.test(text.slice(supposed.end, start));
  const isOnly = (one: Mention) => one.start >= supposed.end && stances.get(one)?.exclusive && isAlike(one, supposed);
  if (content.some((one) => isOnly(one) && isSameSentence(one))) withdraw(supposed, before);
}

function isJustBefore(one: Mention, little: Mention, { tokens }: Before): boolean {
  return one.to === little.from || (one.to + 1 === little.from && tokens[one.to]?.text === ",");
}

function onlyIf(little: Mention, before: Before): void {
  const sentence = sentenceOf(little, before.tokens);
  const named = before.content.filter((one) => isDemandable(one) && isIn(sentence, one));
  const first = named.findLast(({ end }) => end <= little.start);
  const second = named.find(({ start }) => start >= little.end);
  if (!first || !second || !isAlike(first, second)) return;
  withdraw(first, before);
  before.stances.set(second, DEMANDED_ALONE);
}

/** "Rather radio than podcasts", "prefer Italy to France": a preference, and no refusal. */
function prefer(little: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const clause = clauseOf(little, tokens);
  const [first, second] = content.filter((one) => one.start >= little.end && isDemandable(one) && isIn(clause, one));
  if (!first || !second || !isAlike(first, second)) return;
  const isThan = scope.some(
    (one) =>
      has(one, "scope", "than") &&
      one.from >= first.to &&
      // "Podcasts and radio from March", "podcasts et radio à Lyon": what stands behind both compares nothing.
      one.start < second.end &&
      second.from - one.to <= COUNTED,
  );
  if (!isThan || stances.get(first)?.negated) return;
  stances.set(first, PREFERRED);
  stances.set(second, AVOIDED);
}

function isAlike(one: Mention, other: Mention): boolean {
  return mattersOf(one).some((matter) => mattersOf(other).includes(matter));
}

/** "The rest of Brazil does not count" refuses none of what was named in it; "only Germany, the rest of Europe is for later". */
function leave(little: Mention, before: Before): void {
  const { tokens, content, stances } = before;
  const whole = content.find(({ from, start }) => start >= little.end && from - little.to <= 1);
  if (!whole) return;
  const sentence = sentenceOf(little, tokens);
  const isOnly = (one: Mention) => stances.get(one)?.exclusive && isPlace(one) && one.end <= little.start;
  const isLeftOver = isPlace(whole) && content.some((one) => isOnly(one) && isIn(sentence, one));
  if (isLeftOver || stances.get(whole)?.negated) withdraw(whole, before);
}
