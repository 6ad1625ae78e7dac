import type { FormField } from "../forms/form-field.ts";
import { namelessLabels, weighForm } from "../forms/weigh-form.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { isConcord, isOfVerb, SUBJECTS } from "../phrases/verbs.ts";
import type { Stance } from "../stance.ts";
import type { Token } from "../words.ts";
import { meetBehind } from "./behind.ts";
import { isIn, isTellingWhere, isTellingWhich, RELATIVES, SENTENCE_END } from "./clause.ts";
import { hasFurtherItem, isNextInstead, isOpeningSentence } from "./exceptions/instead.ts";
import {
  endsRefusal,
  giveBackAll,
  isBehindNon,
  isExceptionWithin,
  isMarketBehind,
  isNotThere,
  isOnlyBehindNo,
  isWhereToAdvertise,
} from "./exceptions/within.ts";
import { isAnother, isBesideRefused, isHeading, isLabelled, isNegator, isNon, isOnlyOfBefore } from "./forward.ts";
import { giveBack, isAbout, isDropping, isGivingUp, isObjectAhead } from "./giving-up.ts";
import { idleNegators } from "./idle-negators.ts";
import { continuesList, isOr, isPlace, type Page } from "./lists.ts";
import { exceptionsIn } from "./other-channels.ts";
import { newState, type State } from "./state.ts";
import { weighClauses } from "./weigh-clauses.ts";

/** A negation extends over at most this many tokens. */
const REACH = 12;
/** The maximum distance from a negator, in tokens, at which an unknown word counts as refused. */
const CLOSE = 4;
/** A negator this many tokens after an affirmation does not cancel it. */
const AFFIRMED = 3;
/** And one this many tokens after a "who" says what people never do. */
const RELATIVE = 3;
/** A hedge this many tokens before a negator belongs to it. */
const NEXT = 2;
/** "Only" extends over this many tokens. */
const EXCLUSIVE = 4;
/** Arabic joins "for the" to its word: "without alcohol, for cooks". */
const FOR = /^و?لل/u;
const FULL_STOP = /[.;:!?…\]\n\r。؛؟]/;

/** How a text's function words modify what it mentions. */
export interface Polarity {
  readonly stances: ReadonlyMap<Mention, Stance>;
  /** The tokens under a negation, whether or not the lexicon knows them. */
  readonly refusedAt: ReadonlySet<number>;
}

/** One pass over the tokens, and one backwards for words that negate or hedge what precedes them. */
export function polarityOf(
  text: string,
  tokens: readonly Token[],
  read: Mentions,
  fields: readonly FormField[] = [],
): Polarity {
  // A people is no word that says how others are meant.
  const mentions = { ...read, scope: read.scope.filter((one) => !has(one, "scope", "nationals")) };
  const { languages, content } = mentions;
  const scope = heededIn(text, tokens, mentions);
  const refusedAt = new Set<number>();
  const stances = new Map<Mention, Stance>();
  const page = pageOf(tokens, scope, mentions);
  const { contentAt } = page;
  const state = newState();
  const exceptionsUntil = new Set(scope.flatMap((one) => (has(one, "scope", "one-exception") ? [one.to] : [])));
  tokens.forEach((token, index) => {
    if (token.text.startsWith(":") && exceptionsUntil.has(index)) return openLabelled(state, index);
    if (token.kind === "break") return meetBreak(state, index, page);
    if (state.negating && (state.since++, index - state.reachFrom >= REACH)) stop(state);
    const said = contentAt.get(index) ?? [];
    if (said.length > 0 && NO_LONGER.some((is) => is(index, state, page))) stop(state);
    if (state.taken.length > 0 && FOR.test(token.plain)) stop(state);
    if (token.kind !== "japanese" || isHeading(index, page)) {
      for (const little of page.scopeAt.get(index) ?? [])
        if (!isInside(little, said, content)) heed(little, state, stances, page);
    }
    if (state.negating && !state.isOfVerb && state.since > 0 && state.since <= CLOSE) refusedAt.add(index);
    for (const mention of said) {
      stances.set(mention, {
        negated: state.negating && !(state.isOfVerb && mention.senses.every(({ kind }) => SUBJECTS.has(kind))),
        hedged: state.hedging,
        exclusive: index <= state.exclusiveUntil && !state.negating,
      });
      if (state.negating) state.taken.push(mention);
      if (state.negating && state.isException) page.excepted.add(mention);
    }
  });
  const before = { text, tokens, content, scope, stances, excepted: page.excepted };
  const labels = namelessLabels(fields, before);
  const isInLabel = (one: Mention) => labels.some((label) => isIn(label, one));
  for (const little of scope) if (!isInLabel(little)) meetBehind(little, isLast(little, tokens), before);
  weighClauses({ ...before, scope: mentions.scope }, languages);
  weighForm({ ...before, scope: mentions.scope }, fields, refusedAt);
  return { stances, refusedAt };
}

function pageOf(tokens: readonly Token[], scope: readonly Mention[], { languages, content }: Mentions): Page {
  return {
    tokens,
    contentAt: Map.groupBy(content, ({ from }) => from),
    contentUntil: new Set(content.map(({ to }) => to)),
    scopeAt: Map.groupBy(scope, ({ from }) => from),
    languages,
    exceptions: exceptionsIn(tokens, scope),
    excepted: new Set(),
  };
}

function heededIn(text: string, tokens: readonly Token[], { content, scope, languages }: Mentions): Mention[] {
  const idle = idleNegators({ text, tokens, content, scope });
  // In Italian alone it is "never": "de mai à juillet".
  const isMonth = ({ from, to }: Mention) => languages[0] !== "it" && to - from === 1 && tokens[from]?.plain === "mai";
  return scope.filter((one) => !idle.has(one) && !isMonth(one));
}

/** `alcohol free beer`, `no-alcohol`: a function word within a term has no effect outside it. */
function isInside(little: Mention, here: readonly Mention[], content: readonly Mention[]): boolean {
  const longer = (one: Mention) => one.to - one.from > little.to - little.from;
  return here.some(longer) || content.some((one) => one.from < little.from && one.to > little.from);
}

function stop(state: State): void {
  state.negating = false;
  state.isOutside = false;
  state.isWithout = false;
  state.isException = false;
  state.isInstead = false;
  state.isOfOne = false;
  state.isGivingUp = false;
  state.isOfVerb = false;
  state.isLabelled = false;
  state.taken = [];
  state.since = 0;
}

function heed(little: Mention, state: State, stances: Map<Mention, Stance>, page: Page): void {
  const is = (id: string) => has(little, "scope", id);
  if (is("affirmer")) {
    stop(state);
    state.affirmedUntil = little.to + AFFIRMED;
    // "Nothing but magazines will do."
    if (is("exclusive")) state.exclusiveUntil = little.to + EXCLUSIVE;
    return;
  }
  // Dutch has the word before what it affirms: "geen video, wel e-mail".
  if (is("postaffirmer") && isOpening(little, page)) stop(state);
  if (is("relative")) state.relativeUntil = little.to + RELATIVE;
  // "Those who will never buy petrol again" says who they are, and refuses nothing.
  if (is("never") && little.from <= state.relativeUntil) {
    stop(state);
    state.hedging = true;
    state.affirmedUntil = little.to + AFFIRMED;
    return;
  }
  // "Neither language nor country matters, because we have agents in Europe": the reason is no part of it.
  if (is("reason") && state.negating && state.since > 0) stop(state);
  // "Have not slept since the birth": what has been since then is not refused.
  if (is("ender") && state.negating) stop(state);
  // "Sport gladly, but no radio": what was only preferred ends there.
  if (is("contrast") && !is("hedge")) state.hedging = false;
  if (is("hedge")) [state.hedging, state.hedgedAt] = [true, little.to];
  if (isExceptionWithin(little, state)) return stop(state);
  if (is("unless") && state.negating) return giveBackAll(state, stances);
  const isUndoing = state.negating && state.taken.length === 0 && (is("undoer") || page.exceptions.has(little));
  if (isUndoing || isOnlyBehindNo(little, page)) return single(state, little);
  if (page.exceptions.has(little)) return negate(little, state, stances, page);
  if (isNegator(little, page)) return negate(little, state, stances, page);
  if (isBesideRefused(little, page)) return open(state, little);
  if (endsRefusal(little, state, page)) stop(state);
  if (state.negating && state.taken.length > 0) {
    if (is("about") && state.taken[0]?.to === little.from && isAbout(little, state, page))
      return giveBack(state, stances);
    // "Outside Spain we do not": what follows decides what is meant.
    if (is("contrast") || (is("closer") && !state.isOutside && !isBehindOr(little, page))) stop(state);
  }
  if (is("exclusive") && !state.negating)
    [state.exclusiveFrom, state.exclusiveUntil] = [little.to, little.to + EXCLUSIVE];
}

function isOpening({ from, to }: Mention, { tokens, contentAt }: Page): boolean {
  // "Sì a moda": an article or a preposition may be between.
  return tokens[from - 1]?.kind === "break" && (contentAt.has(to) || contentAt.has(to + 1));
}

/** What follows is refused, whatever the verb before it was. */
function open(state: State, { to }: Pick<Mention, "to">): void {
  stop(state);
  state.negating = true;
  state.hedging = false;
  [state.opensAt, state.reachFrom] = [to, to];
}

function openLabelled(state: State, index: number): void {
  open(state, { to: index + 1 });
  state.isLabelled = true;
}

/** What comes next is all that is wanted: "nothing that isn't in Yorkshire". */
function single(state: State, { to }: Mention): void {
  stop(state);
  state.exclusiveUntil = to + EXCLUSIVE;
}

/** "Never patients, or who looks for advice": an "or" goes on. */
function isBehindOr({ from }: Mention, { tokens }: Page): boolean {
  return isOr(tokens[from - 1]?.plain ?? "");
}

function negate(little: Mention, state: State, stances: Map<Mention, Stance>, page: Page): void {
  // "No day passes without running": the negator belongs to what affirms.
  if (little.from <= state.affirmedUntil) {
    state.affirmedUntil = -1;
    return;
  }
  const isOutside = has(little, "scope", "outside");
  const isAllPlaces = state.taken.length > 0 && state.taken.every(isPlace);
  // "Outside Argentina and without podcasts" refuses both, and so does "hors Corse et hors Paris".
  if (state.isOutside && isAllPlaces && !isOutside && !has(little, "scope", "without"))
    return keep(state, stances, true);
  // "Without football no campaign", "no posters outside Hamburg": what the first one took is wanted.
  if (state.negating && !isAllPlaces && state.taken.length > 0) {
    if (isOutside) return keep(state, stances, false);
    const isAll = has(little, "scope", "none") || !isObjectAhead(little, page);
    const scope = [...page.scopeAt.values()].flat();
    if (state.isWithout && isAll && !isNotThere(little, { tokens: page.tokens, scope }))
      return keep(state, stances, false);
  }
  // "No day without running": the one undoes the other.
  const isAfterRelative = RELATIVES.has(page.tokens[little.from - 1]?.plain ?? "");
  const isApart = isAfterRelative || isOutside || (state.since > 1 && !isConcord(little, page));
  const undoes = state.negating && state.taken.length === 0 && isApart && !isAnother(little, state, page);
  stop(state);
  if (undoes) return;
  state.negating = true;
  // "Ideally no radio" is a preference; a refusal further on, or behind what is preferred, is none.
  const isBehindPreferred = [0, 1].some(
    (step) => state.hedgedAt + step < little.from && page.contentAt.has(state.hedgedAt + step),
  );
  if (little.from - state.hedgedAt > NEXT || isBehindPreferred) state.hedging = false;
  [state.opensAt, state.reachFrom] = [little.to, little.to];
  state.isAfterMention = page.contentUntil.has(little.from);
  state.isOutside = isOutside;
  state.isWithout = has(little, "scope", "without");
  state.isException = page.exceptions.has(little);
  state.isInstead = has(little, "scope", "instead") && isOpeningSentence(little, page);
  state.isOfOne = state.isException || isNon(little.from, page);
  state.isGivingUp = isGivingUp(little) || isDropping(little);
  state.isOfVerb = isGivingUp(little) || isOfVerb(little, page);
}

/** "Outside Mexico we do not advertise": this means Mexico, and nothing else. */
function keep(state: State, stances: Map<Mention, Stance>, exclusive: boolean): void {
  for (const taken of state.taken) stances.set(taken, { negated: false, hedged: false, exclusive });
  stop(state);
}

function meetBreak(state: State, index: number, page: Page): void {
  state.affirmedUntil = -1;
  const text = page.tokens[index]?.text ?? "";
  if (SENTENCE_END.test(text) || isOnlyOfBefore(index, state, page)) state.exclusiveUntil = -1;
  // "Canada (without Quebec), podcasts": what is refused in brackets ends with them.
  if (state.negating && text.startsWith(")") && !page.tokens.slice(state.opensAt, index).some(isBracket))
    return stop(state);
  // "Avoid: gambling, politics", but "no, thanks".
  const isAtOnce = state.negating && index === state.opensAt;
  const isLabel = state.negating && text === ":" && isLabelled(index, state, page);
  if (isLabel || (isAtOnce && text === ":" && !state.isAfterMention)) {
    state.isLabelled = true;
    return;
  }
  const isNothingSaid = state.negating && state.taken.length === 0 && index - state.opensAt <= NEXT;
  if (isNothingSaid && isTellingWhich(index, page.tokens)) return;
  if (isTellingWhere(index, page.tokens) && state.negating && state.taken.length === 0) return;
  if (FULL_STOP.test(text)) {
    state.hedging = false;
    return stop(state);
  }
  if (!state.negating) return;
  // "Nothing beside alcohol: we are launching a tablet": what is refused has been named.
  if (state.isInstead && state.taken.length > 0 && !hasFurtherItem(index, page)) return stop(state);
  if (isAtOnce || (text === ":" && state.taken.length > 0) || !continuesList(index, state, page)) stop(state);
  // "Except for the US, France, Spain, …": each item of a list is as near as the first.
  else if (state.taken.at(-1)?.to === index) state.reachFrom = index;
}

function isBracket({ kind, text }: Token): boolean {
  return kind === "break" && text.includes("(");
}

/** At a mention behind what was refused, which is not refused itself. */
const NO_LONGER = [isNextInstead, isWhereToAdvertise, isMarketBehind, isBehindNon];

/** "Radio no.": a negator that ends its clause belongs to what precedes it. */
function isLast({ to }: Mention, tokens: readonly Token[]): boolean {
  const next = tokens[to];
  return !next || (next.kind === "break" && !isTellingWhich(to, tokens));
}
