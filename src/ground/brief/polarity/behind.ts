import { has, type Mention } from "../mention.ts";
import { DEMANDED_ALONE, REFUSED, WANTED } from "../stance.ts";
import type { Token } from "../words.ts";
import {
  type Before,
  clauseOf,
  DEMANDABLE,
  isDemandable,
  isHeading,
  isIn,
  SENTENCE_END,
  type Sentences,
  sentenceOf,
} from "./clause.ts";
import { isObjectNear } from "./giving-up.ts";
import { isParting, isRightBefore, listBefore, listOf } from "./lists-before.ts";
import { dropBetween, exceptBetween, isFollowed, isFronted, reject } from "./rejections.ts";

/** The maximum number of words between a thing and what is said of it, if they are all little. */
const MOST_LITTLE = 5;

/** Applies a scope word to the mentions before it; `isLast` if it ends its clause. */
export function meetBehind(little: Mention, isLast: boolean, before: Before): void {
  if (isHeading(little, before) || isOfAllOthers(little, before) || isOfDigital(little, before)) return;
  // "It must cover Switzerland, we need nothing only for Italy": what is not needed follows.
  if (has(little, "scope", "drops") && isNothingNext(little, before)) return;
  // Japanese has "other than" behind its object.
  const isException = has(little, "scope", "other-than") && before.tokens[little.from]?.kind === "japanese";
  // "Podcast o, si no hay, radio": a condition that nothing follows is about what there might be none of.
  const isRefusal = has(little, "scope", "negator") && !(isLast && has(little, "scope", "if"));
  const isNegating = has(little, "scope", "postnegator") || isException || (isLast && isRefusal);
  const isMet = isNegating && negateBefore(little, isLast, before);
  if (!isNegating && has(little, "scope", "exclusive")) setApart(little, before);
  if (isRefusal) negateFronted(little, before);
  if (has(little, "scope", "postaffirmer") || (isLast && isAlone(little, "already"))) affirmBefore(little, before);
  const isDismissing = has(little, "scope", "dismissal") && !isDroppingNext(little, before);
  if (isDismissing || (isLast && has(little, "scope", "had"))) dismissLast(little, before);
  if (has(little, "scope", "rejection") && !isDroppingNext(little, before)) reject(little, before);
  if (has(little, "scope", "passes-on") && isGoverned(little, before)) reject(little, before);
  if (has(little, "scope", "done-with") && !has(little, "scope", "drops") && !isFollowed(little, before))
    reject(little, before);
  // "Auf Radio können wir verzichten": its object is the one that its clause begins with.
  const isFinal =
    isLast && !isMet && (has(little, "scope", "postnegator") || (isRefusal && little.to - little.from > 1));
  if (isFinal) reject(little, before, true);
  // 「テレビ以外の提案は不要です」: what is excepted has been met, and is not dropped as well.
  const isExcepted = isMet && before.excepted.size > 0;
  if (has(little, "scope", "drops") && !isExcepted && !isBeforeObject(little, before)) reject(little, before);
  if (isLast && has(little, "scope", "except-behind")) exceptBetween(little, before);
  if (has(little, "scope", "drop-verb")) dropBetween(little, before);
  const isHedging = has(little, "scope", "posthedge") || (isLast && LASTLY.some((id) => has(little, "scope", id)));
  if (isHedging && !isHedgingForward(little, before) && !isAsked(little, before)) hedgeBefore(little, before);
}

/** Said of what precedes them where they end their clause. */
const LASTLY = ["hedge", "endhedge"] as const;

/** "Podcasts, lasciamo perdere la radio": what is dismissed stands behind it. */
function isDroppingNext(little: Mention, before: Before): boolean {
  return has(little, "scope", "negator") && isObjectNext(little, before);
}

/** "Only radio, we rule out digital": what is ruled out is no medium that has a name. */
function isOfDigital(little: Mention, { tokens, content }: Before): boolean {
  const clause = clauseOf(little, tokens);
  if (content.some((one) => isIn(clause, one))) return false;
  return tokens.some((token) => isIn(clause, token) && DIGITAL.test(token.plain));
}

const DIGITAL = /^(?:digital(?:es?|i|en|er|s)?|digitaal|digitale|numerique|online|internet)$/;

/** "Alleen Nederland graag": behind "only" it is a please. */
function isAsked(little: Mention, { tokens, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  return scope.some((one) => has(one, "scope", "exclusive") && one.end <= little.start && isIn(clause, one));
}

/** "Portugal; no other country interests us" in the order of Romance languages: what is refused follows, and is all the rest. */
function isOfAllOthers(little: Mention, { tokens, scope }: Before): boolean {
  if (!has(little, "scope", "dismissal")) return false;
  const clause = clauseOf(little, tokens);
  const behind = scope.filter((one) => one.start >= little.end && isIn(clause, one));
  const isNone = (one: Mention) => ["none", "negator", "more", "other"].some((id) => has(one, "scope", id));
  return behind.some(
    (one) =>
      (has(one, "scope", "places") || has(one, "scope", "other-places")) &&
      behind.some((none) => none !== one && isNone(none)),
  );
}

/** German "schon" affirms where it stands for itself: "kein Display, E-Mail schon". */
function isAlone(little: Mention, id: string): boolean {
  return has(little, "scope", id) && little.to - little.from === 1;
}

/** "Del correo pasamos": "pasar" gives up what "de" governs, and the clause begins with it. */
function isGoverned(little: Mention, { tokens, text }: Before): boolean {
  const { start } = clauseOf(little, tokens);
  return /^(?:del?|de (?:la|los|las))\s/iu.test(text.slice(start, little.start));
}

/** "In French, preferably about the sea": a word that stands on either side opens its clause. */
function isHedgingForward(little: Mention, { tokens, content }: Omit<Sentences, "scope">): boolean {
  const isEither = has(little, "scope", "hedge");
  const isOpening = tokens[little.from - 1]?.kind === "break" && tokens[little.from]?.start === little.start;
  const clause = clauseOf(little, tokens);
  if (isOpening && COURTEOUS.test(tokens[little.from]?.plain ?? "") && isBeforeWords(little, tokens)) return true;
  return isEither && isOpening && content.some((one) => one.start >= little.end && isIn(clause, one));
}

/** "Podcasts in Germany, gern mit Preisen", "graag reactie": what is asked for follows, whatever it is. */
const COURTEOUS = /^(?:gern|gerne|graag|chetnie|volontiers|volentieri)$/;

function isBeforeWords({ to }: Mention, tokens: readonly Token[]): boolean {
  return tokens[to]?.kind === "word" && (tokens[to + 1]?.kind === "word" || !ALSO.has(tokens[to]?.plain ?? ""));
}

const ALSO: ReadonlySet<string> = new Set("auch ook tez rowniez aussi anche zusatzlich".split(" "));

/** "Posters would be great": a request, and so is the list that it ends. */
function hedgeBefore(little: Mention, before: Before): void {
  const { stances } = before;
  for (const mention of listBefore(little, before)) {
    const stance = stances.get(mention);
    // "Enkel radio, graag": a courtesy.
    if (stance?.exclusive && !has(little, "scope", "hedge")) continue;
    // "Not France, if possible"; what is refused is no bonus.
    if (stance && (!stance.negated || has(little, "scope", "hedge"))) stances.set(mention, { ...stance, hedged: true });
  }
}

/** "Politics excluded", 「政治以外」: excludes what directly precedes, and the list that it ends. */
function negateBefore(little: Mention, isLast: boolean, before: Before): boolean {
  // "The Nordics excluding Iceland": Romance participles stand on either side.
  if (has(little, "scope", "negator") && !isLast && isObjectNext(little, before)) return true;
  const list = listBefore(little, before).filter((one) => !isNewsOf(one, before));
  const last = list.length === 0 ? beyondLittle(little, before) : undefined;
  const refused = last ? listOf(last, before) : list;
  for (const mention of refused) refuse(mention, little, before);
  return refused.length > 0;
}

/** 「戦争の報道」: of news about something, it is the something that is refused. */
function isNewsOf(one: Mention, { text, content }: Before): boolean {
  return (
    has(one, "topic", "news") &&
    content.some(({ start, end }) => start < one.start && text.slice(end, one.start) === "の")
  );
}

/** "Any medium other than posters is excluded" wants posters, and nothing else. */
function refuse(mention: Mention, by: Mention, { stances, excepted }: Before): void {
  const isOnly = excepted.has(mention);
  stances.set(mention, isOnly ? DEMANDED_ALONE : REFUSED);
  if (has(by, "scope", "other-than")) excepted.add(mention);
}

/** "Radio we do not take", "Nederland doen we niet": what its clause begins with, if that is all that the clause mentions. */
function negateFronted(little: Mention, before: Before): void {
  const { tokens, content, scope } = before;
  const clause = clauseOf(little, tokens);
  const [only, ...others] = content.filter((one) => isIn(clause, one));
  if (!only || others.length > 0 || only.to > little.from || isOfWhatFollows(little, only, tokens)) return;
  // "Media in German are of no use to us."
  const isLanguage = has(only, "language") && scope.some((one) => isIn(clause, one) && isOfMedia(one));
  if ((tokens[only.from - (isLanguage ? LED_BY : 1)]?.start ?? 0) > clause.start) return;
  const isDemand = isLanguage || only.senses.every(({ kind, isHint }) => DEMANDABLE.has(kind) && !isHint);
  const isInside = scope.some(
    (one) => one.to === only.from && ["locator", "outside", "negator", "none"].some((id) => has(one, "scope", id)),
  );
  const isDescribed = scope.some(
    (one) => one.from >= only.to && one.to <= little.from && DESCRIBING.some((id) => has(one, "scope", id)),
  );
  if (isDemand && !isInside && !isDescribed) refuse(only, little, before);
}

/** "CTV without Hulu", "DOOH not at night": what is refused follows, whether or not it is known. */
function isOfWhatFollows(little: Mention, { to }: Mention, tokens: readonly Token[]): boolean {
  const next = tokens[little.to];
  if (little.from !== to || next?.kind !== "word") return false;
  return has(little, "scope", "without") || WHEN.has(next.plain) || WHEN.has(tokens[little.to - 1]?.plain ?? "");
}

const WHEN: ReadonlySet<string> = new Set(["at", "on", "during", "between", "am", "um", "zwischen"]);

/** A language may stand behind its noun, an article and a preposition. */
const LED_BY = 3;

function isOfMedia(one: Mention): boolean {
  return has(one, "scope", "medium-label") || has(one, "scope", "advertising");
}

/** "Radio for people who do not sleep". */
const DESCRIBING = ["people", "relative", "about", "contrast", "affirmer", "exclusive"] as const;

function isNothingNext({ to }: Mention, { scope }: Before): boolean {
  return scope.some((one) => one.from === to && has(one, "scope", "nothing"));
}

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
  for (const mention of listBefore(little, before)) if (mention.start >= clause) before.stances.set(mention, WANTED);
}

/** "Podcasts only." */
function setApart(little: Mention, before: Before): void {
  const last = before.content.findLast(({ start }) => start < little.start);
  if (!last || !isRightBefore(before.text, last, little.start)) return;
  // "Radio no, solo podcasts": what stands before its own "no" is not what is apart.
  if (before.scope.some((one) => isNegating(one) && one.start >= last.end && one.end <= little.start)) return;
  const isOfClause = before.scope.some(
    (one) => isNegating(one) && one.end <= last.start && isIn(clauseOf(last, before.tokens), one),
  );
  if (before.stances.get(last)?.negated && isOfClause) {
    // "Not podcasts only, but radio as well."
    const goesOn = before.scope.some((one) => one.start >= little.end && one.from - little.to <= 1 && isBut(one));
    if (goesOn && last.to === little.from) before.stances.set(last, WANTED);
    return;
  }
  before.stances.set(last, DEMANDED_ALONE);
}

function isNegating(one: Mention): boolean {
  return ["negator", "none", "nor"].some((id) => has(one, "scope", id));
}

function isBut(one: Mention): boolean {
  return has(one, "scope", "contrast") && !has(one, "scope", "exclusive");
}

/** "Betting, on the other hand, is taboo": only words that carry nothing stand between. */
function beyondLittle(little: Mention, { tokens, content, scope }: Before): Mention | undefined {
  const last = content.findLast(({ to }) => to <= little.from);
  if (!last || little.from - last.to > MOST_LITTLE) return undefined;
  for (let at = last.to; at < little.from; at++) {
    const isConnecting = scope.some((one) => isLittle(one) && one.from <= at && at < one.to);
    if (!isConnecting && !/^[,،、]$/.test(tokens[at]?.text ?? "")) return undefined;
  }
  return last;
}

function isBeforeObject(little: Mention, { tokens, content, scope }: Before): boolean {
  return isObjectNear(little, {
    tokens,
    contentAt: Map.groupBy(content, ({ from }) => from),
    scopeAt: Map.groupBy(scope, ({ from }) => from),
  });
}

/** "Political *content is* excluded". */
function isLittle(one: Mention): boolean {
  return has(one, "scope", "aside") || (has(one, "filler") && one.to - one.from === 1 && !has(one, "scope"));
}

/** What is dismissed is at most this many characters before. */
const DISMISSED = 60;

/** "Email we do ourselves: leave it out": excludes what the sentence mentioned last, or what its own clause begins with. */
export function dismissLast(dismissal: Mention, before: Before): void {
  const { text, tokens, content, stances } = before;
  const { start } = dismissal;
  const near = content.filter(
    ({ end }) => end <= start && start - end <= DISMISSED && !SENTENCE_END.test(text.slice(end, start)),
  );
  const clause = clauseOf(dismissal, tokens);
  const own = near.filter((one) => isIn(clause, one));
  const sentence = sentenceOf(dismissal, tokens);
  const last =
    own.findLast((one) => isDemandable(one) || isFronted(one, tokens)) ??
    near.findLast(isDemandable) ??
    content.findLast((one) => one.end <= start && isIn(sentence, one) && isDemandable(one)) ??
    near.at(-1);
  // "Only radio, only Ireland: the web is covered already": what is covered is something else.
  if (!last || (stances.get(last)?.exclusive && !isIn(clause, last))) return;
  for (const mention of listOf(last, before)) stances.set(mention, REFUSED);
}
