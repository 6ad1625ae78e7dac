import { demandIfNot, leaveSupposed } from "../conditions/suppositions.ts";
import { atOnce, earlier, isRelative, later, leaveHabitual } from "../conditions/times.ts";
import { has, type Mention } from "../mention.ts";
import { leaveLacked } from "../misleading/lacking-goods.ts";
import { leaveFollowed, leaveFound, leaveMeans, leaveOwn, leaveOwned } from "../misleading/means.ts";
import { AVOIDED, DEMANDED_ALONE, isStrict, PREFERRED, REFUSED, WANTED, withdraw } from "../stance.ts";
import type { Before } from "./clause.ts";
import { clauseOf, distance, isDemandable, isIn, sentenceOf, wantedIn } from "./clause.ts";
import { areOfOneMatter, isPlace } from "./lists.ts";

/** What is known from a medium stands at most this many tokens from it. */
const NEAR = 6;

/** What a clause says of earlier, of later or of somebody else is no demand. */
export function weighInPassing(before: Before): void {
  for (const little of before.scope) {
    const is = (id: string) => has(little, "scope", id);
    if (is("earlier")) earlier(little, before);
    if (is("others")) for (const one of wantedIn(clauseOf(little, before.tokens), before)) withdraw(one, before);
    if (is("fond")) fond(little, before);
    if (is("known-from")) known(little, before);
    if (is("found-on")) leaveFound(little, before);
    if (is("own-medium")) leaveOwned(little, before);
    if (is("follows")) leaveFollowed(little, before);
    if (is("self")) leaveOwn(little, before);
    if (is("made-without")) leaveLacked(little, before);
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

/** "Zéro bannière", "null Radio". */
const ZERO = /(?:^|[\s,;:(])(?:zero|zéro|cero|null|zero di)\s$/iu;
/** In characters. */
const LONGEST_ZERO = 9;

/** What gets no share of the budget. */
export function refuseWithoutShare({ text, content, stances }: Before): void {
  const isZero = ({ start, end }: Mention) =>
    NO_SHARE.test(text.slice(end)) || ZERO.test(text.slice(Math.max(0, start - LONGEST_ZERO), start));
  for (const one of content) if (isDemandable(one) && isZero(one)) stances.set(one, REFUSED);
}

/** Colleagues of whom a letter has just told. */
const THEY: ReadonlySet<string> = new Set("she he elle il ella lei lui ela ele zij hij ona هي هو".split(" "));

/** "Our director loves podcasts", "ela é fã de cinema". */
function fond(little: Mention, before: Before): void {
  const clause = clauseOf(little, before.tokens);
  const first = before.tokens.find(({ start }) => start >= clause.start);
  const isColleague = first !== undefined && first.end <= little.start && THEY.has(first.plain);
  if (!isColleague && !before.scope.some((one) => has(one, "scope", "sender") && isIn(clause, one))) return;
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
  const next = media.find((one) => one.start >= little.start && one.end > little.end && one.from - little.to < NEAR);
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

/** "Radio would please us, but is no condition": in its clause, or in the one beside it, or in the sentence before. */
function relax(little: Mention, before: Before): void {
  const { tokens } = before;
  const sentence = sentenceOf(little, tokens);
  const clause = clauseOf(little, tokens);
  const isOfMedia = before.scope.some((one) => isIn(clause, one) && has(one, "scope", "medium-label"));
  const isOpen = (one: Mention) =>
    before.stances.get(one)?.exclusive !== true && !(isOfMedia && isPlace(one) && !isIn(clause, one));
  const previous =
    sentence.start > 0 ? sentenceOf({ start: sentence.start - 1, end: sentence.start - 1 }, tokens) : sentence;
  const [here, rest, last] = [clause, sentence, previous].map((span) => wantedIn(span, before).filter(isOpen));
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
  const isOpen = (one: Mention) => !isStrict(one, before);
  const clause = clauseOf(little, tokens);
  const sentence = sentenceOf(little, tokens);
  const behind = content.filter((one) => isOpen(one) && isIn(clause, one) && one.start >= little.end);
  const ahead = content.filter((one) => isOpen(one) && isIn(sentence, one) && one.end <= little.start).slice(-1);
  const same = behind.length > 0 ? behind : ahead;
  const [first] = same;
  const last = first && content.findLast((one) => one.end <= first.start && areOfOneMatter(one, first));
  if (!last || !stances.get(last)?.negated || !same.some((one) => areOfOneMatter(one, last))) return;
  for (const one of same) if (areOfOneMatter(one, last)) stances.set(one, REFUSED);
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
  if (ASKING.has(before.tokens[little.to]?.plain ?? "")) return;
  for (const one of wantedIn(clause, before)) if (has(one, "channel")) withdraw(one, before);
}

/** "My boss wants radio." */
const ASKING: ReadonlySet<string> = new Set(
  "wants insists requests mochte will veut voudrait quiere vuole vorrebbe quer wil chce chcialby chcialaby".split(" "),
);
const SOUGHT = ["aim", "seeks", "exclusive", "handles", "now"] as const;

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

/** "Where I wrote radio I meant print", "forget what I wrote about Italy: it's Greece". */
function mend(little: Mention, before: Before): void {
  const { tokens, content, stances } = before;
  const named = content.filter((one) => isIn(sentenceOf(little, tokens), one));
  const [first, second, ...others] = named.filter(isDemandable);
  if (!first || !second || others.length > 0 || !areOfOneMatter(first, second)) return;
  for (const one of named) if (one === first || stances.get(one)?.negated) withdraw(one, before);
  stances.set(second, DEMANDED_ALONE);
}
