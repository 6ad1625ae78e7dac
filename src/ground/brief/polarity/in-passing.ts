import { has, type Mention } from "../mention.ts";
import { leaveFound, leaveMeans, leaveOwn } from "../misleading/means.ts";
import { AVOIDED, DEMANDED_ALONE, isStrict, PREFERRED, REFUSED, WANTED, withdraw } from "../stance.ts";
import type { Token } from "../words.ts";
import type { Before } from "./clause.ts";
import { clauseOf, isChoosable, isDemandable, isIn, isRefusing, sentenceOf } from "./clause.ts";
import { areOfOneMatter } from "./lists.ts";

/** What is known from a medium stands at most this many tokens from it. */
const NEAR = 6;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a clause says of earlier, of later or of somebody else is no demand. */
export function weighInPassing(before: Before): void {
  for (const little of before.scope) {
    const is = (id: string) => has(little, "scope", id);
    if (is("earlier")) earlier(little, before);
    if (is("others")) for (const one of wantedIn(clauseOf(little, before.tokens), before)) withdraw(one, before);
    if (is("fond")) fond(little, before);
    if (is("known-from")) known(little, before);
    if (is("found-on")) leaveFound(little, before);
    if (is("self")) leaveOwn(little, before);
    if (is("sent-by")) leaveMeans(little, before);
    if (is("later") && !isRelative(little, before)) later(little, before);
    if (is("miswritten")) mend(little, before);
    if (is("now")) atOnce(little, before);
    if (is("habitual")) leaveHabitual(little, before);
    if (is("consumes")) shun(little, before);
    if (is("if-possible")) soften(little, before);
    if (is("optional")) relax(little, before);
    if (is("likewise")) repeat(little, before);
    if (is("this-language")) speakThis(little, before);
    if (is("kin")) leaveFamily(little, before);
    if (is("perhaps")) leaveSupposed(little, before);
    if (is("if")) demandIfNot(little, before);
    if (is("indifferent")) leaveIndifferent(little, before);
    if (is("delivers")) leaveUndelivered(little, before);
  }
}

/** "TV 0 %", "zero euros": no share of the budget. */
const NO_SHARE = /^\s?[:=(]?\s?0(?:[.,]0+)?\s?[%％€$£¥]/u;

/** What gets no share of the budget. */
export function refuseWithoutShare({ text, content, stances }: Before): void {
  for (const one of content) if (isDemandable(one) && NO_SHARE.test(text.slice(one.end))) stances.set(one, REFUSED);
}

/** The clause of a word that says when, or the next one, if it says no more: "Last year, we were on the radio". */
function clauseAt(little: Mention, tokens: readonly Token[]): Span {
  const clause = clauseOf(little, tokens);
  if (clause.start < little.start || clause.end > little.end) return clause;
  const next = tokens.find(({ kind, start }) => kind !== "break" && start >= clause.end);
  const isSameSentence = next && next.start < sentenceOf(little, tokens).end;
  return isSameSentence ? spanOf(next, tokens) : clause;
}

function spanOf(token: Token, tokens: readonly Token[]): Span {
  const index = tokens.indexOf(token);
  return clauseOf({ from: index, to: index + 1 }, tokens);
}

function wantedIn(span: Span, { content, stances }: Before): Mention[] {
  return content.filter((one) => isIn(span, one) && isDemandable(one) && !stances.get(one)?.negated);
}

/**
 * "Last year we advertised in France"; "as last year" and "only France since" are demands. It gives way to what is wanted now: "last
 * year the radio, this year podcasts".
 */
function earlier(little: Mention, before: Before): void {
  const isLike = before.scope.some((one) => one.to === little.from && has(one, "scope", "likeness"));
  if (isLike) return;
  const clause = clauseAt(little, before.tokens);
  const others = wantedIn(WHOLE, before).filter((one) => !isIn(clause, one) && !before.stances.get(one)?.withdrawn);
  for (const one of wantedIn(clause, before)) {
    const stance = before.stances.get(one);
    if (!stance || (stance.exclusive && !WAS.test(before.text.slice(one.end)))) continue;
    if (others.some((other) => areOfOneMatter(one, other))) withdraw(one, before);
    else before.stances.set(one, { ...stance, hedged: true });
  }
}

/** 「去年は新聞だけでした」 */
const WAS = /^(?:広告)?(?:だけ|のみ)?(?:でした|だった)/u;

/** Italian "che si veda in Svizzera" is what is to be seen; "si vedrà" is what will be seen later. */
function isRelative(little: Mention, { scope }: Before): boolean {
  return scope.some((one) => one.to === little.from && has(one, "scope", "relative"));
}

const WHOLE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/** "Our director loves podcasts." */
function fond(little: Mention, before: Before): void {
  const clause = clauseOf(little, before.tokens);
  if (!before.scope.some((one) => has(one, "scope", "sender") && isIn(clause, one))) return;
  for (const one of wantedIn(clause, before)) {
    const stance = before.stances.get(one);
    if (stance) before.stances.set(one, { ...stance, hedged: true });
  }
}

/** "The muesli that you know from the radio": the medium beside it. */
function known(little: Mention, before: Before): void {
  const isJapanese = before.tokens[little.from]?.kind === "japanese";
  const clause = clauseOf(little, before.tokens);
  // "We want our lamps seen on digital screens", "sie sollen im Radio zu hören sein".
  const isAsked =
    before.scope.some((one) => has(one, "scope", "seeks") && isIn(clause, one) && one.end <= little.start) ||
    before.tokens.some((one) => MUST.has(one.plain) && one.start >= clause.start && one.end <= little.start);
  if (isAsked) return;
  const media = wantedIn(clause, before).filter((one) => has(one, "channel"));
  const next = media.find((one) => one.start >= little.end && one.from - little.to < NEAR);
  const last = media.findLast((one) => one.end <= little.start && little.from - one.to < NEAR);
  const medium = isJapanese ? last : (next ?? last);
  if (medium) withdraw(medium, before);
}

/** What is to be, by the verb. */
const MUST: ReadonlySet<string> = new Set(
  "should shall must sollen soll sollten mussen muss doivent doit devrait devraient deben debe tienen devono deve dovrebbero devem moeten moet maja ma powinny powinien".split(
    " ",
  ),
);

/** "Who never watch television", "our customers hardly read papers": this is about people. */
function shun(little: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const clause = clauseOf(little, tokens);
  const isHere = (id: string) => scope.some((one) => has(one, "scope", id) && isIn(clause, one));
  if (!["people", "relative", "kin"].some(isHere)) return;
  const isRare = isHere("hardly");
  for (const one of content)
    if (isIn(clause, one) && has(one, "channel") && (isRare || stances.get(one)?.negated)) withdraw(one, before);
}

/** "We would leave out France, if it can be done": what a sentence refuses is only preferred, if it demands nothing. */
function soften(little: Mention, before: Before): void {
  const { tokens, content, stances } = before;
  const sentence = sentenceOf(little, tokens);
  const named = content.filter((one) => isIn(sentence, one) && isDemandable(one));
  if (!named.every((one) => stances.get(one)?.negated)) return;
  for (const one of named) stances.set(one, AVOIDED);
}

/** "France, we'll see", "if the test goes well, Thailand will follow": in its clause, or in the one beside it. */
function later(little: Mention, before: Before): void {
  const { tokens } = before;
  const clause = clauseOf(little, tokens);
  const sentence = sentenceOf(little, tokens);
  // A language that waits is none of this campaign's.
  for (const one of before.content)
    if (isIn(clause, one) && has(one, "language") && !before.stances.get(one)?.exclusive)
      before.stances.set(one, REFUSED);
  const here = wantedIn(clause, before).filter((one) => !isMeant(one, before));
  const rest = wantedIn(sentence, before).filter((one) => !isMeant(one, before));
  const [nearest] = rest.toSorted((a, b) => distance(a, little) - distance(b, little));
  const beside = nearest ? rest.filter((one) => isIn(clauseOf(nearest, tokens), one)) : [];
  for (const one of here.length > 0 ? here : beside) withdraw(one, before);
}

/** "Radio would please us, but is no condition": in its clause, or in the one beside it, or in the sentence before. */
function relax(little: Mention, before: Before): void {
  const { tokens } = before;
  const sentence = sentenceOf(little, tokens);
  const isOpen = (one: Mention) => before.stances.get(one)?.exclusive !== true;
  const previous =
    sentence.start > 0 ? sentenceOf({ start: sentence.start - 1, end: sentence.start - 1 }, tokens) : sentence;
  const [here, rest, last] = [clauseOf(little, tokens), sentence, previous].map((span) =>
    wantedIn(span, before).filter(isOpen),
  );
  const [nearest] = (rest ?? []).toSorted((a, b) => distance(a, little) - distance(b, little));
  const beside = nearest ? (rest ?? []).filter((one) => isIn(clauseOf(nearest, tokens), one)) : (last ?? []);
  for (const one of here && here.length > 0 ? here : beside) before.stances.set(one, PREFERRED);
}

/**
 * "We're done with influencers. Same goes for affiliates", "display, ditto": what follows in its clause, or else what stands before
 * it, if the thing before that was refused.
 */
function repeat(little: Mention, before: Before): void {
  const { tokens, content, stances } = before;
  const isOpen = (one: Mention) => isChoosable(one) && !isStrict(one, before);
  const clause = clauseOf(little, tokens);
  const sentence = sentenceOf(little, tokens);
  const behind = content.filter((one) => isOpen(one) && isIn(clause, one) && one.start >= little.end);
  const ahead = content.filter((one) => isOpen(one) && isIn(sentence, one) && one.end <= little.start).slice(-1);
  const same = behind.length > 0 ? behind : ahead;
  const [first] = same;
  const last = first && content.findLast((one) => one.end <= first.start && isChoosable(one));
  if (!last || !stances.get(last)?.negated || !same.some((one) => areOfOneMatter(one, last))) return;
  for (const one of same) stances.set(one, REFUSED);
}

/** "They like to read Dutch, and this is the language that we buy in": the language named last. */
function speakThis(little: Mention, { content, stances }: Before): void {
  const last = content.findLast((one) => one.end <= little.start && has(one, "language"));
  if (last && !stances.get(last)?.negated) stances.set(last, WANTED);
}

/** "My brother-in-law works in television": a medium beside the writer's family is theirs, unless it is sought there. */
function leaveFamily(little: Mention, before: Before): void {
  const clause = clauseOf(little, before.tokens);
  if (before.scope.some((one) => isIn(clause, one) && SOUGHT.some((id) => has(one, "scope", id)))) return;
  for (const one of wantedIn(clause, before)) if (has(one, "channel")) withdraw(one, before);
}

const SOUGHT = ["aim", "seeks", "exclusive", "handles", "now"] as const;

/** "If the grant comes, we may add cinema": what is added on a condition is not asked for. */
function leaveSupposed(little: Mention, before: Before): void {
  const sentence = sentenceOf(little, before.tokens);
  if (!before.scope.some((one) => has(one, "scope", "if") && isIn(sentence, one))) return;
  for (const one of wantedIn(sentence, before)) if (!isMeant(one, before)) withdraw(one, before);
}

/** "If it is not video, we are not interested": both clauses refuse, so that what the first one names is demanded. */
function demandIfNot(little: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const clause = clauseOf(little, tokens);
  const named = content.filter((one) => isIn(clause, one) && one.start >= little.end && isDemandable(one));
  const isNegated = scope.some((one) => isIn(clause, one) && isRefusing(one));
  if (!isNegated || named.length === 0 || !named.every((one) => stances.get(one)?.negated)) return;
  const next = tokens.find(({ kind, start }) => kind !== "break" && start >= clause.end);
  if (!next || next.start >= sentenceOf(little, tokens).end) return;
  const answer = spanOf(next, tokens);
  const isRefusal = scope.some((one) => isIn(answer, one) && isRefusing(one));
  if (!isRefusal || content.some((one) => isIn(answer, one) && isDemandable(one))) return;
  for (const one of content) if (isIn(clause, one) && stances.get(one)?.negated) stances.set(one, DEMANDED_ALONE);
}

/** "We have nothing against television or radio": neither demanded nor refused. */
function leaveIndifferent(little: Mention, { tokens, content, stances }: Before): void {
  const clause = clauseOf(little, tokens);
  for (const one of content)
    if (isIn(clause, one) && one.start >= little.end && isDemandable(one)) stances.set(one, PREFERRED);
}

/**
 * "Canada only, we can't ship to the States yet", "who live in Belgium, since we don't deliver to France": beside the only market,
 * or as the reason for it, a place without delivery is no refusal. An offer for both countries can be bought for one.
 */
function leaveUndelivered(little: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const clause = clauseOf(little, tokens);
  const sentence = sentenceOf(little, tokens);
  const isReason = scope.some((one) => has(one, "scope", "reason") && isIn(clause, one));
  const isMarket = (one: Mention) =>
    isPlace(one) &&
    !isIn(clause, one) &&
    (stances.get(one)?.exclusive === true || (isReason && isIn(sentence, one) && !stances.get(one)?.negated));
  if (!content.some(isMarket)) return;
  for (const one of content) if (isIn(clause, one) && isPlace(one) && stances.get(one)?.negated) withdraw(one, before);
}

function isPlace(one: Mention): boolean {
  return has(one, "country") || has(one, "region") || has(one, "city");
}

function distance(one: Span, other: Span): number {
  return one.end <= other.start ? other.start - one.end : one.start - other.end;
}

/** Its clause says that it is wanted at once, or alone. */
function isMeant(one: Mention, { tokens, scope, stances }: Before): boolean {
  const clause = clauseOf(one, tokens);
  return stances.get(one)?.exclusive === true || scope.some((word) => has(word, "scope", "now") && isIn(clause, word));
}

/** "If legal clears it, cinema too; for now podcasts", "Switzerland next year, now Austria": the others wait. */
function atOnce(little: Mention, before: Before): void {
  const { tokens, scope } = before;
  const meant = wantedIn(clauseAt(little, tokens), before);
  if (meant.length === 0) return;
  const waiting = scope.flatMap((one) => {
    if (has(one, "scope", "next-time")) return wantedIn(clauseAt(one, tokens), before);
    if (!has(one, "scope", "if") || one.start > little.start) return [];
    return wantedIn(sentenceOf(one, tokens), before).filter(({ start }) => start >= one.end);
  });
  for (const one of waiting)
    if (!meant.includes(one) && !isMeant(one, before) && meant.some((other) => areOfOneMatter(one, other)))
      withdraw(one, before);
}

/** "Besides radio, which we always do, we would like magazines": what is done anyway gives way to what is new. */
function leaveHabitual(little: Mention, before: Before): void {
  const { tokens, content } = before;
  const sentence = sentenceOf(little, tokens);
  const last = content.findLast((one) => isDemandable(one) && isIn(sentence, one) && one.start <= little.start);
  if (!last) return;
  const others = wantedIn(WHOLE, before).filter((one) => one.from !== last.from && areOfOneMatter(one, last));
  if (others.length > 0) for (const one of content) if (one.from === last.from && isDemandable(one)) withdraw(one, before);
}

/** "Where I wrote radio I meant print", "forget what I wrote about Italy: it's Greece". */
function mend(little: Mention, before: Before): void {
  const { tokens, content, stances } = before;
  const named = content.filter((one) => isIn(sentenceOf(little, tokens), one));
  const [first, second, ...others] = named.filter(isDemandable);
  if (!first || !second || others.length > 0 || !areOfOneMatter(first, second)) return;
  for (const one of named) if (one === first || stances.get(one)?.negated) withdraw(one, before);
  stances.set(second, DEMANDED_ALONE);
}

/** "Last year the CPM came out at 20 euros." */
export function isOfEarlier(span: Span, tokens: readonly Token[], scope: readonly Mention[]): boolean {
  return scope.some((one) => has(one, "scope", "earlier") && isIn(clauseAt(one, tokens), span));
}
