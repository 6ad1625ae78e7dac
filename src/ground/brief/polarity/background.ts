import { wantBehindWares } from "../conditions/asked-behind-wares.ts";
import { isForOthers, isMade, isOfPeople, isOrigin, isPaidFor, isWhereToAdvertise } from "../conditions/told-places.ts";
import { has, type Mention } from "../mention.ts";
import { areJoined } from "../misleading/joints.ts";
import { isStrict, PREFERRED, withdraw } from "../stance.ts";
import type { Token } from "../words.ts";
import { type Before, isDemandable, isIn, SENTENCE_END, saysIn, sentenceOf } from "./clause.ts";
import { isPlace } from "./lists.ts";

/** A contrast this many tokens into a clause is the clause's: "the campaign, however", "la campagna però". */
const OPENING = 4;

/** A clause between two breaks or contrasts, in characters. */
interface Clause {
  readonly start: number;
  readonly end: number;
  /** Sentences are counted. */
  readonly sentence: number;
}

/**
 * Where a firm began, sews and has its office, and where competitors advertise, is no demand: "founded in Breslau, moved to Hamburg,
 * and sews in Portugal". It goes on until a clause says whom the campaign is for.
 */
export function leaveBackground(before: Before): void {
  let [background, sentence] = [undefined as Background | undefined, -1];
  for (const clause of clausesOf(before)) {
    if (clause.sentence !== sentence) [background, sentence] = [undefined, clause.sentence];
    const here = backgroundIn(clause, before);
    background = here ?? (endsTelling(clause, background, before) ? undefined : background);
    if (background === undefined) continue;
    const since = here === undefined ? clause.start : background.since;
    for (const one of wantedIn(clause, before))
      if (background.of === "others" ? one.start >= since : isPlace(one)) withdraw(one, before);
  }
}

/** What is said of themselves, or of competitors, and from which character on. */
interface Background {
  readonly of: "background" | "others";
  readonly since: number;
}

function backgroundIn(clause: Clause, before: Before): Background | undefined {
  if (saysIn(clause, AIMS, before)) return undefined;
  const rival = before.scope.find((one) => isIn(clause, one) && has(one, "scope", "rival"));
  if (rival) return { of: "others", since: rival.start };
  if (saysIn(clause, ["others"], before)) return { of: "others", since: clause.start };
  const isBackground =
    saysIn(clause, ["background"], before) || before.scope.some((one) => isIn(clause, one) && isSeat(one, before));
  return isBackground && !saysIn(clause, ["people"], before) && !namesMedium(clause, before)
    ? { of: "background", since: clause.start }
    : undefined;
}

/** "The office is in Paris", and neither "office chairs in Paris" nor "for offices in Paris". */
function isSeat({ from, to, ...premises }: Mention, { tokens, content, scope }: Before): boolean {
  if (!has({ from, to, ...premises }, "scope", "premises") || isOfPeople({ from, to }, { content })) return false;
  const before = scope.some((one) => one.to === from && has(one, "scope", "closer"));
  const place = content.find((one) => one.from >= to && isPlace(one));
  if (before || !place || place.from - to > SEATED) return false;
  return (
    !content.some((one) => one.from >= to && one.to <= place.from) &&
    tokens.slice(to, place.from).every(({ kind }) => kind !== "break")
  );
}

/** Where a ware is made or a fair is held: "we build bikes in Ghent", and not "we build houses for people in Ghent". */
export function leaveOrigins(before: Before): void {
  const { scope, content, tokens, stances } = before;
  for (const origin of scope.filter((one) => isOrigin(one, before) || isMade(one, before))) {
    const { end } = sentenceOf(origin, tokens);
    const place = content.find((one) => one.start >= origin.end && one.end <= end && isPlace(one));
    if (!place || place.from - origin.to > MADE || isWhereToAdvertise(place, origin, before)) continue;
    const between = scope.filter((one) => one.start >= origin.end && one.end <= place.start);
    if (between.some((one) => FOR.some((id) => has(one, "scope", id)))) continue;
    const list = listFrom(place, content, tokens);
    for (const same of content.filter((one) => isPlace(one) && list.some(({ from }) => from === one.from)))
      if (!stances.get(same)?.negated && !isForOthers(place, same, scope)) withdraw(same, before);
  }
}

/** "To Germany, Japan and Korea". */
function listFrom(place: Mention, content: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const list = [place];
  for (const one of content) {
    const last = list.at(-1) ?? place;
    if (isPlace(one) && one.from > last.from && (one.from === last.to || areJoined(last, one, tokens))) list.push(one);
  }
  return list;
}

/** "For the tourist board of Tyrol, target markets: Belgium and the Netherlands": no other place is one. */
export function heedMarketLabel(before: Before): void {
  const { scope, content, tokens, stances } = before;
  const label = scope.find((one) => has(one, "scope", "market-label"));
  if (!label) return;
  const sentence = sentenceOf(label, tokens);
  const isNamed = (one: Mention) => one.start >= label.start && isIn(sentence, one);
  const isMarket = (one: Mention) => isPlace(one) && !stances.get(one)?.negated;
  if (!content.some((one) => isMarket(one) && isNamed(one))) return;
  for (const one of content) if (isMarket(one) && !isNamed(one) && !isStrict(one, before)) withdraw(one, before);
}

const AIMS = ["aim", "seeks"] as const;
const FOR = [...AIMS, "closer", "delivers", "exclusive", "people"] as const;
/** A place is at most this many tokens behind the verb of what is made there. */
const MADE = 7;
/** A place is at most this many tokens behind the office that is there. */
const SEATED = 4;

const ENDS = [...AIMS, "people", "contrast", "exclusive", "sells", "hedge", "makes", "now", "rather", "wants"] as const;
/** Who writes begins a clause of their own: "our rival is on the radio, we are for podcasts". */
const WE: ReadonlySet<string> = new Set("we wir nous wij nosotros noi nós".split(" "));

/** "Our warehouse is in Turin, radio in Rome". */
function endsTelling(clause: Clause, background: Background | undefined, before: Before): boolean {
  if (saysIn(clause, ENDS, before)) return true;
  if (background?.of === "others" && WE.has(before.tokens.find(({ start }) => start >= clause.start)?.text ?? ""))
    return true;
  return background?.of === "background" && namesMedium(clause, before);
}

/** "But the ads should only run in Northern Ireland." */
function namesOnlyPlace(clause: Clause, { content, stances }: Before): boolean {
  return content.some((one) => isIn(clause, one) && isPlace(one) && stances.get(one)?.exclusive === true);
}

/** A place that is neither refused nor told of in passing. */
function namesPlace(clause: Clause, { content, stances }: Before): boolean {
  return content.some((one) => {
    const stance = stances.get(one);
    return isIn(clause, one) && isPlace(one) && !stance?.negated && !stance?.withdrawn;
  });
}

function namesMedium(clause: Clause, { content }: Before): boolean {
  return content.some((one) => isIn(clause, one) && has(one, "channel"));
}

/**
 * "The cocoa comes from Ghana, is roasted in Belgium, and the ads run in Switzerland": where a clause says that the campaign is, other
 * clauses that say neither whom nor what is sought tell of something else. So do those about the writer's family, wherever they stand,
 * and those about a market where one sells already, if another is named: "in Italy we sell well, this year Austria".
 */
export function leaveTales(before: Before): void {
  const clauses = clausesOf(before);
  const isOfFamily = (one: Clause) =>
    saysIn(one, ["kin"], before) && !saysIn(one, [...AIMS, "people", "aim-now"], before);
  const aimed = clauses.filter(
    (one) => saysIn(one, ["aim", "aim-now"], before) && wantedIn(one, before).some(isPlace) && !isOfFamily(one),
  );
  const isAlso = clauses.some((one) => saysIn(one, ["also"], before));
  const isServed = (one: Clause) => saysIn(one, ["served"], before) && !saysIn(one, AIMS, before);
  const isOtherNamed = clauses.some((one) => !isServed(one) && namesPlace(one, before));
  for (const clause of clauses) {
    const isTale = aimed.length > 0 && !isAlso && !aimed.includes(clause) && isTelling(clause, before);
    if (!isTale && !isOfFamily(clause) && !(isOtherNamed && isServed(clause))) continue;
    for (const place of wantedIn(clause, before).filter(isPlace)) withdraw(place, before);
  }
}

/** A whole clause, and none that says who is sought, in which medium, or that places follow. */
function isTelling(clause: Clause, before: Before): boolean {
  const words = before.tokens.filter((one) => one.kind !== "break" && isIn(clause, { ...one, ...EMPTY }));
  const isJapanese = words.some(({ kind }) => kind === "japanese");
  return (
    (isJapanese || words.length >= TOLD) && !isAbout(clause, before) && !saysIn(clause, ["places", "delivers"], before)
  );
}

/** What is shorter has no verb: "Sweden and Norway". */
const TOLD = 4;
const EMPTY = { from: 0, to: 0, senses: [], certainty: 1 } as const;

/**
 * "Our agency sits in London, but the campaign is for Australia", "sales are down in France, so this is about Belgium": places that no
 * word seeks give way to the one that it is for.
 */
export function heedAim(before: Before): void {
  const clauses = clausesOf(before);
  clauses.forEach((clause, index) => {
    const isOpposed = isContrary(clause, before);
    const isOnly = isOpposed && namesOnlyPlace(clause, before);
    const follows = opensWith("conclusion", clause, before);
    const isAimed = saysIn(clause, ["aim"], before) || (isOpposed && saysIn(clause, ["seeks"], before)) || follows;
    if (!(isAimed || isOnly) || saysIn(clause, ["also"], before)) return;
    if (!isOnly && !wantedIn(clause, before).some(isPlace)) return;
    const first = clauses.find(({ sentence }) => sentence === clause.sentence) ?? clause;
    // "The campaign, however": a contrast within a clause begins none.
    const isFirst = !before.tokens.some(
      (one) => one.kind === "break" && isIn({ start: first.start, end: clause.start }, { ...one, ...EMPTY }),
    );
    const since = isFirst && (isOpposed || follows) ? clause.sentence - 1 : clause.sentence;
    const earlier = clauses.slice(0, index).filter(({ sentence }) => sentence >= since);
    const isConceded = earlier.some((one) => saysIn(one, ["concessive"], before));
    if (!isOpposed && !isConceded && !follows) return;
    const meant = new Set(wantedIn(clause, before).filter(isPlace).map(nameOf));
    for (const one of earlier.filter((other) => !isAbout(other, before)))
      for (const place of wantedIn(one, before).filter(isPlace)) if (!meant.has(nameOf(place))) withdraw(place, before);
  });
}

function nameOf({ senses }: Mention): string {
  return senses.map(({ kind, id }) => `${kind}:${id}`).join();
}

/** It opens with "but", or has "however" near its beginning. */
function isContrary(clause: Clause, before: Before): boolean {
  return openingOf(clause, before).some(isBut);
}

function opensWith(id: string, clause: Clause, before: Before): boolean {
  return openingOf(clause, before).some((one) => has(one, "scope", id));
}

/** What is said in the first words of a clause. */
function openingOf({ start, end }: Clause, { tokens, scope }: Before): Mention[] {
  const first = tokens.findIndex((one) => one.start >= start);
  return scope.filter((one) => one.start >= start && one.end <= end && one.from - first < OPENING);
}

/** It speaks of those who are sought, or of media. */
function isAbout(clause: Clause, before: Before): boolean {
  if (saysIn(clause, [...AIMS, "people", "exclusive"], before) || isPaidFor(clause, before)) return true;
  return before.content.some((one) => isIn(clause, one) && (has(one, "channel") || has(one, "audience")));
}

/** "We build booths for radio stations": what a firm makes, and for whom, is no medium to advertise in. */
export function leaveWares(before: Before): void {
  let [isBackground, sentence] = [false, -1];
  for (const clause of clausesOf(before)) {
    if (clause.sentence !== sentence) [isBackground, sentence] = [false, clause.sentence];
    const made = before.scope.find((one) => isIn(clause, one) && has(one, "scope", "makes"));
    if (
      saysIn(
        clause,
        [...ENDS.filter((id) => id !== "sells" && id !== "people" && id !== "makes"), "advertising"],
        before,
      )
    )
      isBackground = false;
    else if (!made && wantBehindWares(clause, isBackground, before)) isBackground = false;
    else if (made || isBackground) {
      const media = wantedIn(clause, before).filter((one) => has(one, "channel") && !isBooked(one, before));
      const isJapanese = before.tokens[made?.from ?? 0]?.kind === "japanese";
      const meant = media.filter((one) => !made || isJapanese || one.start >= made.end);
      for (const one of meant) before.stances.set(one, PREFERRED);
      isBackground = meant.length > 0;
    }
  }
  for (const little of before.scope) if (has(little, "scope", "former")) leaveFormer(little, before);
}

/** "We sell mattresses on the radio." */
function isBooked({ from }: Mention, { tokens, scope }: Before): boolean {
  return scope.some(
    (one) => has(one, "scope", "booked-on") && one.to <= from && from - one.to <= 1 && tokens[one.to]?.kind !== "break",
  );
}

/** "A former cinema", "old radio sets": so many characters between. */
function leaveFormer({ from, to, end }: Mention, before: Before): void {
  const next = before.content.find((one) => one.start >= end && (one.from === from || one.from - to <= 1));
  const isParted = before.tokens[to]?.kind === "break";
  if (next && !isParted && has(next, "channel") && next.start - end <= LONGEST_ARTICLE) withdraw(next, before);
}

const LONGEST_ARTICLE = 6;

function clausesOf({ tokens, scope }: Before): Clause[] {
  const contrasts = new Set(scope.filter(isBut).map(({ from, start }) => `${from} ${start}`));
  const opens = (one: Token, index: number) => contrasts.has(`${index} ${one.start}`);
  const clauses: Clause[] = [];
  let [start, sentence] = [0, 0];
  const close = (end: number) => {
    if (end > start) clauses.push({ start, end, sentence });
  };
  tokens.forEach((token, index) => {
    if (token.kind === "break") {
      close(token.start);
      start = token.end;
      if (SENTENCE_END.test(token.text) || token.text.includes(";")) sentence++;
    } else if (opens(token, index)) {
      close(token.start);
      start = token.start;
    }
  });
  close(tokens.at(-1)?.end ?? 0);
  return clauses;
}

function isBut(one: Mention): boolean {
  return has(one, "scope", "contrast") && !has(one, "scope", "exclusive");
}

function wantedIn(clause: Clause, { content, stances }: Before): Mention[] {
  return content.filter((one) => isIn(clause, one) && isDemandable(one) && !isStrict(one, { stances }));
}
