import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { isHedgingBack, meetBehind } from "./behind.ts";
import type { Stance } from "./stance.ts";

/** A negation extends over at most this many tokens. */
const REACH = 12;
/** The maximum distance from a negator, in tokens, at which an unknown word counts as refused. */
const CLOSE = 4;
/** A negator this many tokens after an affirmation does not cancel it. */
const AFFIRMED = 3;
/** What follows a comma belongs to the list before it if it is at most this short. */
const LONGEST_ITEM = 3;
/** And its last item if it is at most this long. */
const LONGEST_CLAUSE = 9;
/** Where a list ends. */
const ENDS = ["negator", "contrast", "exclusive", "closer", "affirmer", "hedge"] as const;
const FULL_STOP = /[.;:!?…\]\n\r。؛؟]/;
/** The maximum length of a parenthesis within a list, in tokens. */
const LONGEST_PARENTHESIS = 6;

interface State {
  negating: boolean;
  hedging: boolean;
  exclusiveUntil: number;
  /** The negator says where: "outside Mexico". */
  isOutside: boolean;
  /** What has been negated since the negator. */
  taken: Mention[];
  since: number;
  affirmedUntil: number;
}

/** How a text's function words modify what it mentions. */
export interface Polarity {
  readonly stances: ReadonlyMap<Mention, Stance>;
  /** The tokens under a negation, whether or not the lexicon knows them. */
  readonly refusedAt: ReadonlySet<number>;
}

/** One pass over the tokens, and one backwards for words that negate or hedge what precedes them. */
export function polarityOf(text: string, tokens: readonly Token[], { content, scope }: Mentions): Polarity {
  const refusedAt = new Set<number>();
  const stances = new Map<Mention, Stance>();
  const contentAt = Map.groupBy(content, ({ from }) => from);
  const scopeAt = Map.groupBy(scope, ({ from }) => from);
  const state: State = {
    negating: false,
    isOutside: false,
    hedging: false,
    exclusiveUntil: -1,
    taken: [],
    since: 0,
    affirmedUntil: -1,
  };
  tokens.forEach((token, index) => {
    if (token.kind === "break") return meetBreak(state, token, index, tokens, contentAt, scopeAt);
    if (state.negating && ++state.since > REACH) stop(state);
    const said = contentAt.get(index) ?? [];
    if (token.kind !== "japanese") {
      for (const little of scopeAt.get(index) ?? [])
        if (!isInside(little, said, content)) heed(little, state, stances, isHedgingBack(text, little, content));
    }
    if (state.negating && state.since > 0 && state.since <= CLOSE) refusedAt.add(index);
    for (const mention of said) {
      stances.set(mention, {
        negated: state.negating,
        hedged: state.hedging,
        exclusive: index <= state.exclusiveUntil && !state.negating,
      });
      if (state.negating) state.taken.push(mention);
    }
  });
  for (const little of scope) meetBehind(text, little, { isLast: isLast(little, tokens), content, stances });
  return { stances, refusedAt };
}

/** `alcohol free beer`, `no-alcohol`: a function word within a term has no effect outside it. */
function isInside(little: Mention, here: readonly Mention[], content: readonly Mention[]): boolean {
  const longer = (one: Mention) => one.to - one.from > little.to - little.from;
  return here.some(longer) || content.some((one) => one.from < little.from && one.to > little.from);
}

function stop(state: State): void {
  state.negating = false;
  state.isOutside = false;
  state.taken = [];
  state.since = 0;
}

function heed(little: Mention, state: State, stances: Map<Mention, Stance>, isHedged: boolean): void {
  const is = (id: string) => has(little, "scope", id);
  if (is("affirmer")) {
    stop(state);
    state.affirmedUntil = little.to + AFFIRMED;
    return;
  }
  if (is("hedge") || (is("posthedge") && !isHedged)) state.hedging = true;
  // "No day passes without running": the negator belongs to what affirms.
  if (is("negator") && little.from <= state.affirmedUntil) {
    state.affirmedUntil = -1;
    return;
  }
  if (is("negator")) {
    // "No day without running": the one undoes the other.
    const undoes = state.negating && state.taken.length === 0 && state.since > 1;
    if (state.isOutside && state.taken.length > 0 && state.taken.every(isPlace)) return keepInside(state, stances);
    stop(state);
    if (undoes) return;
    state.negating = true;
    state.isOutside = is("outside");
    return;
  }
  if (state.negating && state.taken.length > 0) {
    if (is("about")) return giveBack(state, stances);
    // "Outside Spain we do not": what follows decides what is meant.
    if (is("contrast") || (is("closer") && !state.isOutside)) stop(state);
  }
  if (is("exclusive") && !state.negating) state.exclusiveUntil = little.to + 4;
}

const PLACES = ["country", "region", "city"] as const;

function isPlace(mention: Mention): boolean {
  return PLACES.some((kind) => has(mention, kind));
}

/** "Outside Mexico we do not advertise": this means Mexico, and nothing else. */
function keepInside(state: State, stances: Map<Mention, Stance>): void {
  for (const place of state.taken) stances.set(place, { negated: false, hedged: false, exclusive: true });
  stop(state);
}

/** "No news about politics" refuses politics, and no news. */
function giveBack(state: State, stances: Map<Mention, Stance>): void {
  const [only] = state.taken;
  if (!only || state.taken.length > 1) return;
  stances.set(only, { negated: false, hedged: true, exclusive: false });
  state.taken = [];
}

function meetBreak(
  state: State,
  token: Token,
  index: number,
  tokens: readonly Token[],
  contentAt: ReadonlyMap<number, readonly Mention[]>,
  scopeAt: ReadonlyMap<number, readonly Mention[]>,
): void {
  if (FULL_STOP.test(token.text)) {
    state.hedging = false;
    return stop(state);
  }
  if (!state.negating || isParenthesis(index, tokens)) return;
  // A list continues as long as its items are short and are only items.
  let [words, mentioned] = [0, false];
  for (let at = index + 1; at < tokens.length && tokens[at]?.kind !== "break"; at++) {
    words++;
    const little = scopeAt.get(at) ?? [];
    // "No weapons, horror nor betting": another negator continues the list.
    if (little.some((one) => has(one, "scope", "negator")) && isLike(itemBehind(index, contentAt), state)) return;
    if (contentAt.has(at)) mentioned = true;
    if (little.some((one) => ENDS.some((id) => has(one, "scope", id)))) return stop(state);
    if (words > LONGEST_CLAUSE) return stop(state);
  }
  if (isAnotherMatter(itemBehind(index, contentAt), state)) return stop(state);
  const isItem = mentioned && words <= LONGEST_ITEM + (contentAt.get(index + 1) ? 2 : 0);
  if (!isItem && !endsList(state, index, tokens, contentAt)) stop(state);
}

/** "No radio, in Belgium", "except Qatar, podcasts": where and in what language is no item of a list of what is refused, nor the other way round. */
function isAnotherMatter(item: Mention | undefined, { taken }: Pick<State, "taken">): boolean {
  const last = taken.at(-1);
  if (!item || !last) return false;
  const matters = mattersOf(last);
  return !mattersOf(item).some((matter) => matters.includes(matter));
}

function mattersOf({ senses }: Mention): string[] {
  return senses.map(({ kind }) =>
    kind === "language" ? kind : (PLACES as readonly string[]).includes(kind) ? "place" : "rest",
  );
}

/** The last item of a list may be long: "horror, true crime and anything with guns". */
function endsList(
  { taken }: Pick<State, "taken">,
  index: number,
  tokens: readonly Token[],
  contentAt: ReadonlyMap<number, readonly Mention[]>,
): boolean {
  const item = itemBehind(index, contentAt);
  return isLike(item, { taken }) && ANDS.has(tokens[item?.to ?? 0]?.plain ?? "");
}

/** Only articles may precede an item: `à l'horreur`. */
function itemBehind(index: number, contentAt: ReadonlyMap<number, readonly Mention[]>): Mention | undefined {
  return [1, 2, 3].flatMap((step) => contentAt.get(index + step) ?? [])[0];
}

/** Items of a list are of one kind. */
function isLike(item: Mention | undefined, { taken }: Pick<State, "taken">): boolean {
  const kind = taken.at(-1)?.senses[0]?.kind;
  return item !== undefined && item.senses[0]?.kind === kind;
}

const ANDS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "und",
  "oder",
  "et",
  "ou",
  "y",
  "e",
  "o",
  "en",
  "of",
  "i",
  "lub",
  "oraz",
]);

/** "No television (of any sort), cinema or radio": the list continues after the parenthesis. */
function isParenthesis(index: number, tokens: readonly Token[]): boolean {
  if (!tokens[index]?.text.includes("(")) return false;
  const next = tokens.slice(index + 1, index + 2 + LONGEST_PARENTHESIS).find(({ kind }) => kind === "break");
  return next?.text.startsWith(")") ?? false;
}

/** "Radio no.": a negator that ends its clause belongs to what precedes it. */
function isLast({ to }: Mention, tokens: readonly Token[]): boolean {
  const next = tokens[to];
  return !next || next.kind === "break";
}
