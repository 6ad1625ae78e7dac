import type { Language } from "../languages.ts";
import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isChoosable, isIn, SENTENCE_END, type Span } from "../polarity/clause.ts";
import { INSISTED, REFUSED, withdraw } from "../stance.ts";
import type { Token } from "../words.ts";
import { type Choice, type Deciding, decidingIn, JOINED } from "./deciding-words.ts";
import { isSensitive } from "./sensitive.ts";

/** What is chosen among, each for itself. */
const MATTERS = [
  { kinds: ["channel"], choice: "plan" },
  { kinds: ["country", "region"], choice: "plan" },
  { kinds: ["topic", "audience"], choice: "surroundings" },
] as const;
/** "And", "but", "while"; Arabic joins the first to its word. */
const LINKS: Readonly<Record<Language, readonly string[]>> = {
  en: ["and", "but", "while", "whereas"],
  de: ["und", "aber", "sondern", "wahrend"],
  fr: ["et", "mais", "tandis"],
  es: ["y", "e", "pero", "sino", "mientras"],
  it: ["e", "ed", "ma", "bensi", "mentre"],
  pt: ["e", "mas", "enquanto"],
  nl: ["en", "maar", "terwijl"],
  pl: ["i", "a", "oraz", "ale", "lecz", "natomiast"],
  ja: [],
  ar: ["لكن", "بينما"],
};
/** A sentence of more parts is a list of something else, and one of more tokens none that anybody wrote. */
const MOST_PARTS = 24;
const MOST_TOKENS = 300;
/** An item of a list says at most so many words besides its name. */
const MOST_OF_ITEM = 3;
/** What these begin is no item of the list before. */
const APART = /^[:;(]/;
/** "Not" turns a word round that begins at most so many characters behind it: "do not forget", "darf nicht fehlen". */
const RIGHT_BEFORE = 12;

/** What programs write is no sentence. */
const FIELD = /"\s?:/;

/** A part of a sentence, and what it says of the names in it. */
interface Part {
  readonly mentions: readonly Mention[];
  readonly verdict: "in" | "out" | "open" | "unclear" | undefined;
  /** Whether what decides stands before what it is about, as in "add radio", or behind it, as in "radio is out". */
  readonly isAhead: boolean;
  readonly isBehind: boolean;
  /** It says little else, so that it may be an item of the list before it. */
  readonly isItem: boolean;
}

/**
 * "Take out the radio and put in podcasts", "podcasts yes, radio no, posters later", "far from war and next to fashion": where every part of a
 * sentence that names a medium, a market or a subject says whether it comes in or stays out, and both are said, each is meant as its part says.
 */
export function takeSides(before: Before, [language]: readonly Language[]): void {
  if (!language) return;
  for (const sentence of sentencesIn(before)) {
    if (sentence.content.length === 0 || sentence.tokens.length > MOST_TOKENS) continue;
    if (FIELD.test(before.text.slice(sentence.start, sentence.end))) continue;
    for (const { kinds, choice } of MATTERS) {
      const here = sentence.content.filter((one) => kinds.some((kind) => has(one, kind)));
      if (here.length === 0) continue;
      if (choice === "surroundings") {
        // Where media and markets are named, it is these that come in or stay out.
        if (!sentence.content.some(isChosen)) chooseSurroundings(partsOf(sentence, here, { language, choice }), before);
      } else if (here.length > 1 && !isClosed(sentence, before))
        chooseForPlan(partsOf(sentence, here, { language, choice }), before);
    }
  }
}

/** "Search and retail media for a cleaner, nothing else": a clause that names nothing closes the list, and takes no side. */
function isClosed({ content, scope }: Sentence, { tokens }: Before): boolean {
  return scope.some((one) => {
    if (!has(one, "scope", "exclusive") || one.to - one.from < 2) return false;
    const clause = clauseOf(one, tokens);
    return clause.start === one.start && !content.some((other) => isIn(clause, other));
  });
}

/** A sentence, and what stands in it. */
interface Sentence extends Span {
  readonly tokens: readonly Token[];
  readonly content: readonly Mention[];
  readonly scope: readonly Mention[];
}

function sentencesIn({ tokens, content, scope }: Before): Sentence[] {
  const sentences: { start: number; end: number; tokens: Token[]; content: Mention[]; scope: Mention[] }[] = [];
  const at: number[] = [];
  for (const token of tokens) {
    const isEnd = token.kind === "break" && SENTENCE_END.test(token.text);
    const last = sentences.at(-1);
    if (!last || (isEnd && last.tokens.length > 0))
      sentences.push({ start: token.start, end: token.end, tokens: [], content: [], scope: [] });
    if (!isEnd) {
      const here = sentences.at(-1);
      here?.tokens.push(token);
      if (here) here.end = token.end;
    }
    at.push(sentences.length - 1);
  }
  for (const one of content) sentences[at[one.from] ?? -1]?.content.push(one);
  for (const one of scope) sentences[at[one.from] ?? -1]?.scope.push(one);
  return sentences;
}

/** "Articles" are no medium that a buyer chooses. */
function isChosen(one: Mention): boolean {
  return isChoosable(one) && one.senses.some(({ isHint }) => !isHint);
}

function chooseForPlan(parts: readonly Part[], before: Before): void {
  const isAlone = ({ mentions }: Part) => mentions.some((one) => before.stances.get(one)?.exclusive);
  if (!isDecided(parts) || parts.some(isAlone)) return;
  for (const { mentions, verdict } of parts)
    for (const one of mentions) {
      const stance = before.stances.get(one);
      if (stance?.hedged || stance?.insisted || stance?.withdrawn) continue;
      if (verdict === "open") withdraw(one, before);
      else before.stances.set(one, verdict === "in" ? INSISTED : REFUSED);
    }
}

function chooseSurroundings(parts: readonly Part[], { stances }: Before): void {
  const isWhole = isDecided(parts);
  for (const { mentions, verdict } of parts)
    for (const one of mentions)
      if (verdict === "out" && (isWhole || isSensitive(one))) stances.set(one, REFUSED);
      else if (isWhole && verdict === "in" && !stances.get(one)?.hedged) stances.set(one, INSISTED);
}

/** Every part says something, and they do not all say the same. */
function isDecided(parts: readonly Part[]): boolean {
  const verdicts = parts.map(({ verdict }) => verdict);
  return verdicts.includes("in") && verdicts.includes("out") && verdicts.every((one) => one && one !== "unclear");
}

interface Wording {
  readonly language: Language;
  readonly choice: Choice;
}

/** Between commas, colons, brackets, and words for "and". */
function partsOf(sentence: Sentence, here: readonly Mention[], wording: Wording): Part[] {
  const { tokens, scope } = sentence;
  const words = decidingIn(tokens, here, wording);
  const edges = tokens.filter((token) => isEdge(token, [...here, ...words], wording.language));
  if (edges.length > MOST_PARTS) return [];
  const starts = [sentence.start, ...edges.map(({ start }) => start)];
  const parts = starts.flatMap((start, index) => {
    const span = { start, end: starts[index + 1] ?? sentence.end };
    const of = <One extends Span>(all: readonly One[]) => all.filter((one) => isIn(span, one));
    const isOwn = of(scope).some((one) => OWN.some((id) => has(one, "scope", id)));
    return halved({ mentions: of(here), words: of(words), tokens: of(tokens), isOwn }, wording.choice);
  });
  return joined(parts);
}

/** What stands in a part. */
interface Content {
  readonly mentions: readonly Mention[];
  readonly words: readonly Deciding[];
  readonly tokens: readonly Token[];
  /** It is about what the writer sells. */
  readonly isOwn: boolean;
}

const OWN = ["sells", "makes", "produces", "self"] as const;

function isEdge({ kind, plain, start }: Token, whole: readonly Span[], language: Language): boolean {
  if (kind !== "break" && !LINKS[language].includes(plain) && !(language === "ar" && JOINED.test(plain))) return false;
  return !whole.some((one) => one.start < start && one.end > start);
}

/**
 * Without a comma, the word that says the other thing begins a part, or ends one: "instead of radio please use podcasts". Where all say the
 * same, what stands before them is another part: "podcasts instead of radio".
 */
function halved(content: Content, choice: Choice): Part[] {
  const { mentions, words } = content;
  const part = partOf(content, choice);
  const [first, last] = [mentions[0], mentions.at(-1)];
  const [opening, ...others] = words.filter(({ side }) => side !== "open");
  if (!first || !last || first === last || !opening) return [part];
  const other = others.find(({ side }) => side !== "not" && side !== opening.side);
  const isBetween = opening.start > first.start && opening.end < last.end;
  const isAhead = opening.start < first.start;
  if (part.verdict === "unclear" ? !other : !isBetween) return [part];
  const edge = part.verdict !== "unclear" ? opening.start : isAhead ? (other?.start ?? 0) : opening.end;
  const halves = [true, false].map((isFirst) => {
    const of = <One extends Span>(all: readonly One[]) => all.filter((one) => one.start < edge === isFirst);
    return { ...content, mentions: of(mentions), words: of(words), tokens: of(content.tokens) };
  });
  return halves.every((half) => half.mentions.length > 0) ? halves.map((half) => partOf(half, choice)) : [part];
}

function partOf({ mentions, words, tokens, isOwn }: Content, choice: Choice): Part {
  const first = mentions[0]?.start ?? 0;
  const others = tokens.filter(
    ({ kind, start }) => kind !== "break" && !mentions.some((one) => one.start <= start && one.end > start),
  );
  return {
    mentions,
    verdict: verdictOf(words, choice),
    isAhead: words.some((one) => one.start < first),
    isBehind: words.some((one) => one.start > first),
    isItem: !isOwn && others.length <= MOST_OF_ITEM && !APART.test(tokens[0]?.text ?? ""),
  };
}

/**
 * Not left out comes in, and not taken in stays out. A "not" refuses media and markets wherever it stands; who says of a subject what people do
 * not, or do not mind, refuses nothing.
 */
function verdictOf(words: readonly Deciding[], choice: Choice): Part["verdict"] {
  const of = (side: Deciding["side"]) => words.filter((one) => one.side === side);
  const [ins, outs, nots] = [of("in"), of("out"), of("not")];
  if (of("unclear").length > 0 || (ins.length > 0 && outs.length > 0)) return "unclear";
  if (of("open").length > 0) return "open";
  const isTurned = (those: readonly Deciding[]) =>
    those.some(({ start }) => nots.some(({ end }) => start >= end && start - end <= RIGHT_BEFORE));
  if (outs.length > 0) return isTurned(outs) ? "in" : "out";
  const isDenied = nots.length > 0;
  if (choice === "plan") return isDenied ? "out" : ins.length > 0 ? "in" : undefined;
  if (ins.length === 0) return undefined;
  return isTurned(ins) ? "out" : isDenied ? "unclear" : "in";
}

/** "Radio, cinema and print are in": a part that says nothing goes with the one behind it, or with the one before it, whose word stands ahead. */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  let apart: Part["verdict"];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.mentions.length === 0) {
      // "The radio, please, not": what decides may stand in a part of its own.
      if (last && last.verdict === undefined && part.verdict !== undefined)
        all[all.length - 1] = { ...last, verdict: part.verdict, isBehind: true };
      else apart = part.verdict ?? apart;
      continue;
    }
    const verdict = part.verdict ?? apart ?? (last?.isAhead && part.isItem ? last.verdict : undefined);
    all.push(verdict === part.verdict ? part : { ...part, verdict, isAhead: true });
    apart = undefined;
  }
  for (let index = all.length - 2; index >= 0; index--) {
    const [part, next] = [all[index], all[index + 1]];
    if (part?.isItem && next?.isBehind && part.verdict === undefined)
      all[index] = { ...part, verdict: next.verdict, isBehind: true };
  }
  return all;
}
