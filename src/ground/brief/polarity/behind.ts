import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import type { Stance } from "./stance.ts";

/** The maximum between two mentions in one list: a comma, an "and". */
const LIST_GAP = 6;
/** The maximum number of words between a thing and what is said of it, if they are all little. */
const MOST_LITTLE = 5;
/** 「死に関する内容は」: what a thing is in. */
const MATTER =
  /(?:に関する|に関連する|関連の?|系の?|の)?(?:内容|コンテンツ|記事|番組|広告|話題|ネタ|もの|面|枠|起用|利用|使用|活用|出稿|配信|掲載|露出)(?=[はをもが]?$)|関連(?=[はをもが]?$)/u;
/** In characters. */
const LONGEST_MATTER = 10;
const SENTENCE = /[.!?…\n。؟！？]/;

interface Before {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly content: readonly Mention[];
  readonly scope: readonly Mention[];
  readonly stances: Map<Mention, Stance>;
}

/** Applies a scope word to the mentions before it; `isLast` if it ends its clause. */
export function meetBehind(little: Mention, isLast: boolean, before: Before): void {
  const isNegating = has(little, "scope", "postnegator") || (isLast && has(little, "scope", "negator"));
  if (isNegating) negateBefore(little, isLast, before);
  if (has(little, "scope", "negator")) negateFronted(little, before);
  else if (has(little, "scope", "exclusive")) setApart(little, before);
  if (has(little, "scope", "postaffirmer")) affirmBefore(little, before);
  if (has(little, "scope", "dismissal")) dismissLast(little, before);
  if (has(little, "scope", "posthedge") || (isLast && has(little, "scope", "hedge"))) hedgeBefore(little, before);
}

/** "Austria preferred" applies to the mention right before it, not to what follows. */
export function isHedgingBack(text: string, little: Mention, content: readonly Mention[]): boolean {
  if (!has(little, "scope", "posthedge")) return false;
  const last = content.findLast(({ start }) => start < little.start);
  return last !== undefined && isRightBefore(text, last, little.start);
}

function isRightBefore(text: string, { end }: Mention, edge: number): boolean {
  if (edge - end > LIST_GAP + LONGEST_MATTER) return false;
  const between = text.slice(end, edge).replace(MATTER, "");
  return between.length <= LIST_GAP && !SENTENCE.test(between);
}

/** The mention right before a scope word, and the list that it ends, the nearest first. */
function listBefore({ start }: Mention, { text, content, scope }: Before): Mention[] {
  const list: Mention[] = [];
  let edge = start;
  for (const mention of content.toReversed()) {
    if (mention.start >= start) continue;
    if (!isRightBefore(text, mention, edge)) break;
    const [nearest] = list.slice(-1);
    const isParted = nearest && scope.some((one) => isParting(one) && one.start >= mention.end && one.end <= edge);
    if (isParted || !isListed(mention, nearest, text.slice(mention.end, edge))) break;
    list.push(mention);
    edge = mention.start;
  }
  return list;
}

const PARTING = ["exclusive", "negator", "postnegator", "affirmer", "contrast"] as const;

/** 「大阪だけ、京都はなし」: what has a word of its own is in no list with the next. */
function isParting(one: Mention): boolean {
  return PARTING.some((id) => has(one, "scope", id));
}

/** "Posters would be great": a request, and so is the list that it ends. */
function hedgeBefore(little: Mention, before: Before): void {
  const { stances } = before;
  for (const mention of listBefore(little, before)) {
    const stance = stances.get(mention);
    if (stance && !stance.negated) stances.set(mention, { ...stance, hedged: true });
  }
}

/** "Politics excluded", 「政治以外」: excludes what directly precedes, and the list that it ends. */
function negateBefore(little: Mention, isLast: boolean, before: Before): void {
  // "The Nordics excluding Iceland": Romance participles stand on either side.
  if (has(little, "scope", "negator") && !isLast && isObjectNext(little, before)) return;
  const list = listBefore(little, before);
  const last = list.length === 0 && isLast ? beyondLittle(little, before) : undefined;
  for (const mention of last ? [last] : list)
    before.stances.set(mention, { negated: true, hedged: false, exclusive: false });
}

/** "Radio we do not take", "Nederland doen we niet": what its clause begins with, if that is all that the clause mentions. */
function negateFronted(little: Mention, { tokens, content, scope, stances }: Before): void {
  const isBreak = (index: number) => tokens[index] === undefined || tokens[index]?.kind === "break";
  let [from, to] = [little.from, little.to];
  while (!isBreak(from - 1)) from--;
  while (!isBreak(to)) to++;
  const [only, ...others] = content.filter((one) => one.from >= from && one.to <= to);
  if (!only || others.length > 0 || only.to > little.from || only.from - from > 1) return;
  const isDemand = only.senses.every(({ kind, isHint }) => FRONTED.has(kind) && !isHint);
  const isInside = scope.some(
    (one) => one.to === only.from && ["locator", "outside", "negator", "none"].some((id) => has(one, "scope", id)),
  );
  const isTold = scope.some(
    (one) => one.from >= only.to && one.to <= little.from && TELLING.some((id) => has(one, "scope", id)),
  );
  if (isDemand && !isInside && !isTold) stances.set(only, { negated: true, hedged: false, exclusive: false });
}

const FRONTED: ReadonlySet<string> = new Set(["channel", "country", "region", "city", "property"]);
/** "Radio for people who do not sleep". */
const TELLING = ["people", "relative", "about", "contrast", "affirmer", "exclusive"] as const;

function isObjectNext({ to }: Mention, { tokens, content }: Before): boolean {
  return content.some(
    ({ from }) =>
      from >= to &&
      from - to <= 1 &&
      tokens.slice(to, from).every(({ kind, plain }) => kind === "word" && plain.length <= 3),
  );
}

/** "No weapons, gambling or politics, sport is fine": takes what its clause says out of the list. */
function affirmBefore(little: Mention, before: Before): void {
  const clause = before.tokens.findLast(({ kind, end }) => kind === "break" && end <= little.start)?.end ?? 0;
  // "No alcohol is fine with us."
  const isRefusing = (one: Mention) =>
    one !== little && one.start >= clause && one.end <= little.start && isParting(one);
  if (before.scope.some(isRefusing)) return;
  for (const mention of listBefore(little, before))
    if (mention.start >= clause) before.stances.set(mention, { negated: false, hedged: false, exclusive: false });
}

/** "Podcasts only." */
function setApart(little: Mention, before: Before): void {
  const last = before.content.findLast(({ start }) => start < little.start);
  if (!last || !isRightBefore(before.text, last, little.start) || before.stances.get(last)?.negated) return;
  before.stances.set(last, { negated: false, hedged: false, exclusive: true });
}

/** "Betting, on the other hand, is taboo": only words that carry nothing stand between. */
function beyondLittle(little: Mention, { tokens, content, scope }: Before): Mention | undefined {
  const last = content.findLast(({ to }) => to <= little.from);
  if (!last || little.from - last.to > MOST_LITTLE) return undefined;
  for (let at = last.to; at < little.from; at++) {
    const isConnecting = scope.some((one) => has(one, "scope", "aside") && one.from <= at && at < one.to);
    if (!isConnecting && !/^[,،、]$/.test(tokens[at]?.text ?? "")) return undefined;
  }
  return last;
}

/** What is dismissed is at most this many characters before. */
const DISMISSED = 60;

/** "Email we do ourselves: leave it out": excludes what the sentence mentioned last. */
function dismissLast({ start }: Mention, { text, content, stances }: Before): void {
  const last = content.findLast(({ end }) => end <= start);
  if (!last || start - last.end > DISMISSED || SENTENCE.test(text.slice(last.end, start))) return;
  stances.set(last, { negated: true, hedged: false, exclusive: false });
}

/** Items of a list are of one kind. In Japanese, a comma joins them; elsewhere it starts something new. */
function isListed(mention: Mention, nearest: Mention | undefined, between: string): boolean {
  if (!nearest) return true;
  return mention.senses.some(({ kind }) => has(nearest, kind)) && !/[,،]/.test(between) && !endsClause(between);
}

/** A Japanese comma with more in front of it than the end of a word. */
function endsClause(between: string): boolean {
  return /\p{Script=Han}/u.test(between.slice(0, Math.max(0, between.lastIndexOf("、"))));
}
