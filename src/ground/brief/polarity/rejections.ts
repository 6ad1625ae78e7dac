import { has, type Mention } from "../mention.ts";
import { REFUSED } from "../stance.ts";
import type { Token } from "../words.ts";
import type { Before } from "./clause.ts";
import { clauseOf, isChoosable, isDemandable, isIn, sentenceOf } from "./clause.ts";
import { areOfOneMatter, type Page } from "./lists.ts";

/** A negation this many tokens before what says that something failed makes it praise: "never let us down". */
const TURNED = 2;

const FROM: ReadonlySet<string> = new Set([
  "from",
  "von",
  "vom",
  "de",
  "des",
  "du",
  "d",
  "del",
  "da",
  "dal",
  "dai",
  "dalla",
  "dalle",
  "do",
  "dos",
  "das",
  "van",
  "od",
  "عن",
  "من",
]);

/** "Keep us away from gambling": what is refused follows. */
export function isTurnedForward(little: Mention, { tokens, contentAt }: Pick<Page, "tokens" | "contentAt">): boolean {
  if (!has(little, "scope", "rejection") || !FROM.has(tokens[little.to]?.plain ?? "")) return false;
  return [1, 2, 3].some((step) => contentAt.has(little.to + step));
}

/**
 * "Radio has burnt us", "of radio we have had enough": a subject only where the sentence begins with it; `isOfClause` where no clause
 * before it is meant.
 */
export function reject(little: Mention, before: Before, isOfClause = false): void {
  const { tokens, scope, content, stances } = before;
  const isTurned = scope.some(
    (one) => isNegation(one) && one.to <= little.from && little.from - one.to < TURNED && one.from < little.from,
  );
  if (isTurned && has(little, "scope", "rejection")) return;
  if (isTurnedForward(little, { tokens, contentAt: Map.groupBy(content, ({ from }) => from) })) return;
  const sentence = sentenceOf(little, tokens);
  const named = content.filter((one) => isIn(sentence, one) && one.end <= little.start);
  const clause = clauseOf(little, tokens);
  const near = named.filter(
    (one) => isIn(clause, one) || isOfPeople(one, clause, before) || isOfBids(one, clause, before),
  );
  // "Print only, the rest does not interest us."
  const isOfRest = scope.some((one) => RESTS.some((id) => has(one, "scope", id)) && isIn(clause, one));
  if (near.length === 0 && (isOfRest || isOfClause || hasSubject(little, before))) return;
  if (isOfClause && isOfRest) return;
  const last = lastOf(near.length > 0 ? near : named, little);
  if (!last) return;
  // "But no football, which has burnt us": what was refused last has failed.
  if (named.some((one) => one.start > last.end && stances.get(one)?.negated)) return;
  const joined = partedFrom(joinedBefore(last, named, before), little, before).filter(
    (one) => one === last || !stances.get(one)?.exclusive,
  );
  // "It runs in Austria and Switzerland, Germany is out": a comma joins a list that its sentence begins with.
  const isOneList =
    THEM.test(before.text.slice(little.start, little.end)) ||
    joined.every((one) => isIn(clause, one)) ||
    isFronted(joined.at(-1) ?? last, tokens);
  const list = isOneList ? joined : joined.filter((one) => isIn(clause, one) || !isIn(clause, last));
  const opening = list.at(-1) ?? last;
  const isSubject = isFronted(opening, tokens) || isBehindContrast(opening, before) || isOfPeople(last, clause, before);
  if (!isChoosable(last) && !isSubject) return;
  for (const mention of list) stances.set(mention, REFUSED);
}

/** "We considered radio, print and cinema and discarded them." */
const THEM = /\bthem\b|\bles avons|\bl[ao]s (?:hemos )?desc|\bl[ie] abbiamo|\bje odrz/iu;

/** "Whoever only likes history is no use to us", "wer nur billig sucht, ist hier falsch": the clause, or the one before it, begins with who they are. */
function isOfPeople(mention: Mention, clause: Span, { tokens, scope }: Before): boolean {
  const own = clauseOf(mention, tokens);
  const first = tokens.find(({ start }) => start >= own.start);
  const between = tokens.filter(({ start, end }) => start >= own.end && end <= clause.start);
  if (own.start !== clause.start && (between.length !== 1 || between[0]?.text !== ",")) return false;
  return scope.some((one) => has(one, "scope", "those-who") && one.start === first?.start && one.end <= mention.start);
}

/** "Bids that include radio will not be considered": the clause before it says which. */
function isOfBids(mention: Mention, clause: Span, { tokens }: Before): boolean {
  const own = clauseOf(mention, tokens);
  const first = tokens.find(({ start }) => start >= own.start);
  const between = tokens.filter(({ start, end }) => start >= own.end && end <= clause.start);
  return between.length === 1 && between[0]?.text === "," && WHICH.has(first?.plain ?? "");
}

const WHICH: ReadonlySet<string> = new Set(
  "die das welche that which qui que che waarin waarbij ktore ktora ktory".split(" "),
);

/** "We do not mind gaming but betting is a red line." */
function isBehindContrast({ from }: Mention, { tokens, scope }: Before): boolean {
  return scope.some(
    (one) => has(one, "scope", "contrast") && one.to <= from && from - one.to <= 1 && tokens[one.to]?.kind !== "break",
  );
}

/** "They watch television; streaming would be wasted": its clause begins with a noun of its own, though nobody knows it. */
function hasSubject(little: Mention, { tokens, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  const words = tokens.filter(({ kind, start }) => kind === "word" && start >= clause.start && start < little.start);
  const isKnown = ({ start, end }: Token) => scope.some((one) => one.start <= start && end <= one.end);
  return words.some((one) => one.plain.length >= LONG && !isKnown(one));
}

/** Shorter words are pronouns and articles. */
const LONG = 7;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What somebody gives up is what can be chosen; of what fails anything may be meant. */
function lastOf(named: readonly Mention[], little: Mention): Mention | undefined {
  return named.findLast(isChoosable) ?? (OF_SUBJECTS.some((id) => has(little, "scope", id)) ? named.at(-1) : undefined);
}

const RESTS = ["rest", "other", "other-media", "other-places"] as const;

const OF_SUBJECTS = ["rejection", "drops", "postnegator"] as const;

/** "Silesia and Lesser Poland, Warsaw is out", "podcasts, television is too expensive": what stands behind the comma alone. */
function partedFrom(list: readonly Mention[], little: Mention, { text }: Before): Mention[] {
  const gaps = list.slice(1).map((one, at) => text.slice(one.end, list[at]?.start));
  const [last, ...joints] = gaps;
  const isOne =
    gaps.every(isComma) && (SINGULAR.test(text.slice(little.start, little.end)) || isOfLastOfTwo(list, little, text));
  const isParted = last !== undefined && isComma(last) && (isOne || joints.some((gap) => AND.test(gap)));
  return isParted ? list.slice(0, 1) : [...list];
}

/** "CTV, radio passt nicht zu uns": two that only a comma joins are no list, unless the verb speaks of both, or there is none. */
function isOfLastOfTwo(list: readonly Mention[], little: Mention, text: string): boolean {
  const [last] = list;
  if (!last || list.length > 2) return false;
  const said = text.slice(last.end, little.end).trim();
  return !PLURAL.test(said) && (/\s/.test(said) || FINITE.test(said));
}

const PLURAL =
  /(?:^|\s)(?:are|aren['’]t|were|weren['’]t|have|haven['’]t|do|don['’]t|sind|waren|haben|fallen|kommen|scheiden|bleiben|sont|étaient|ont|son|están|quedan|han|sono|vanno|restano|são|estão|ficam|zijn|vallen|blijven|są|odpadają)(?:\s|$)/iu;
const FINITE = /^(?:vervalt|valt|odpada|pomijamy|dispensamos|darujemy|entfällt|cade|salta)$/iu;

/** A verb that speaks of one thing. */
const SINGULAR =
  /^(?:is|isn['’]t|was|costs|has|doesn['’]t|ist|war|kostet|hat|fällt|kommt|scheidet|entfällt|est|coûte|dépasse|n['’]a|es|cuesta|queda|è|costa|é|custa|kost|valt|jest|odpada|kosztuje)\b/iu;

export const AND = /(?:^|\s)(?:and|or|und|oder|sowie|et|ou|y|e|o|ni|en|of|i|oraz|lub|و)(?:\s|$)|^\s?و|^[とや]$/u;

/** Nothing but a comma, and an article perhaps. */
export function isComma(gap: string): boolean {
  return /^\s?[,،、]\s?(?:(?:der|die|das|le|la|les|l['’]|el|los|las|il|lo|i|gli|o|os|as|a|de|het|the)\s?)?$/iu.test(
    gap,
  );
}

/** What ends a list, and the rest of it, the nearest first. */
function joinedBefore(last: Mention, named: readonly Mention[], { text }: Pick<Before, "text">): Mention[] {
  const list = [last];
  for (const mention of named.toReversed()) {
    const [nearest = last] = list.slice(-1);
    if (mention.end > nearest.start) continue;
    if (isChoosable(mention) !== isChoosable(last) || !areJoinedBy(text.slice(mention.end, nearest.start))) break;
    list.push(mention);
  }
  return list;
}

/** Its clause begins with it, but for an "and", an article or the like. */
export function isFronted(mention: Mention, tokens: readonly Token[]): boolean {
  const { start } = clauseOf(mention, tokens);
  const before = tokens.filter((one) => one.start >= start && one.start < mention.start);
  const opening = CONJUNCTIONS.has(before[0]?.plain ?? "") ? before.slice(1) : before;
  const [first = mention] = opening;
  return opening.length <= 1 && mention.start - first.start <= FRONTED;
}

const CONJUNCTIONS: ReadonlySet<string> = new Set(["and", "und", "et", "y", "e", "ed", "en", "i", "oraz", "و"]);

const FRONTED = 8;

/** All that stands between two items of a list: a comma, an "and", an article. */
export function areJoinedBy(between: string): boolean {
  return between
    .split(GAPS)
    .every((word) => JOINING.has(word.replace(ELISION, "").toLowerCase()) || PARTICLES.test(word));
}

const GAPS = /[\s,،、・/]+/u;
const ELISION = /^(?:l|dell)['’]/iu;
/** Written together with what follows. */
const PARTICLES = /^(?:[àやとのもو]|ال)*$/u;

const JOINING: ReadonlySet<string> = new Set(
  [
    "and or nor all any everything anything about around the",
    "und oder sowie alles jegliche rund um über der die das den",
    "et ou ni tout toute ce qui touche autour le la les de des du",
    "y e o ni todo toda cualquier cosa lo relacionado con sobre el los las",
    "tutto qualsiasi qualunque ciò che riguarda su il gli i",
    "né nem tudo qualquer coisa os as",
    "en of noch alles rond over rondom sur het van",
    "lub albo ani oraz wszystko co wokół z związane",
  ].flatMap((words) => words.split(" ")),
);

function isNegation(one: Mention): boolean {
  return ["negator", "never", "none"].some((id) => has(one, "scope", id));
}

/** Up to the next negator, which has an object of its own: "no affiliate any more and no banner either". */
export function isFollowed(little: Mention, { tokens, content, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  const next = scope.find((one) => one.start >= little.end && has(one, "scope", "negator"));
  const until = Math.min(clause.end, next?.start ?? clause.end);
  return content.some((one) => one.start >= little.end && one.end <= until && isDemandable(one));
}

/** "Leave print out of it", "lasst Radio bitte weg": so many tokens may stand around the object. */
const WITHIN = 4;

/** What stands between a verb that leaves out and its particle. */
export function dropBetween(verb: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const particle = scope.find(
    (one) => has(one, "scope", "drop-particle") && one.from >= verb.to && isIn(clauseOf(verb, tokens), one),
  );
  if (!particle) return;
  const objects = content.filter((one) => one.from >= verb.to && one.to <= particle.from);
  const [first, last] = [objects[0], objects.at(-1)];
  if (!first || !last) return dropFronted(verb, before);
  if (first.from - verb.to > WITHIN || particle.from - last.to > WITHIN) return;
  for (const one of objects) stances.set(one, REFUSED);
}

/** "Crypto, dating and gambling klammern Sie aus": the list that the sentence begins with, but for a preposition. */
function dropFronted(verb: Mention, { text, tokens, content, stances }: Before): void {
  const sentence = sentenceOf(verb, tokens);
  const named = content.filter((one) => isIn(sentence, one) && one.end <= verb.start);
  const last = named.at(-1);
  if (!last || verb.from - last.to > 0) return;
  const list = joinedBefore(last, named, { text });
  if (!isFronted(list.at(-1) ?? last, tokens)) return;
  for (const one of list) stances.set(one, REFUSED);
}

/** Dutch "op Duitsland na": what stands between the two words is excepted. */
export function exceptBetween(behind: Mention, { tokens, content, scope, stances }: Before): void {
  const clause = clauseOf(behind, tokens);
  const opening = scope.findLast(
    (one) => has(one, "scope", "except-before") && isIn(clause, one) && one.end <= behind.start,
  );
  const objects = content.filter((one) => opening && one.from >= opening.to && one.to <= behind.from);
  if (opening && objects[0]?.from === opening.to && objects.at(-1)?.to === behind.from)
    for (const one of objects) stances.set(one, REFUSED);
}

/** "Print is out, and Germany too": nothing but the item and what joins it, so that the refusal is the other clause's. */
function isElliptical(item: Mention, tokens: readonly Token[]): boolean {
  const clause = clauseOf(item, tokens);
  return tokens.filter((one) => isIn(clause, one)).length <= MOST_ELLIPTICAL;
}

const MOST_ELLIPTICAL = 3;

/** What is refused as well is named at most this many tokens behind the word that refused. */
const SHARED = 6;
const SHARING = ["drops", "postnegator", "done-with", "dismissal", "forbids"] as const;
const ALSO = ["also", "likewise"] as const;

/** "Influencers are out, print too": the item before "too" shares the refusal that stands behind the one before. */
export function refuseAsWell(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const little of scope) {
    if (!ALSO.some((id) => has(little, "scope", id)) || (tokens[little.to]?.kind ?? "break") !== "break") continue;
    const item = content.find((one) => one.to === little.from && isChoosable(one));
    const last = item && content.findLast((one) => one.end <= item.start && isChoosable(one));
    if (!item || !last || !stances.get(last)?.negated || last.start < sentenceOf(item, tokens).start) continue;
    if (!areOfOneMatter(item, last) && !isElliptical(item, tokens)) continue;
    const isBetween = (one: Mention) => one.start >= last.end && one.end <= item.start && item.from - one.to <= SHARED;
    const isNo = (one: Mention) => has(one, "scope", "negator") && tokens[one.to]?.kind === "break";
    const isSharing = (one: Mention) => isNo(one) || SHARING.some((id) => has(one, "scope", id));
    if (scope.some((one) => isBetween(one) && isSharing(one))) stances.set(item, REFUSED);
  }
}
