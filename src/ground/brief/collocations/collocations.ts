import { LANGUAGES, type Language, STOP_WORDS, stemOf } from "../languages.ts";
import { lexicon, type Sense } from "../lexicon/lexicon.ts";
import type { Meaning } from "../lexicon/lexicon-file.ts";
import { isLongEnough } from "../lexicon/lexicon-texts.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import type { Stance } from "../stance.ts";
import { withoutArticle } from "../stems/stem-arabic.ts";
import { plainOf, type Token } from "../words.ts";
import { collocationsText } from "./collocations-text.ts";

/** Further apart, two words have nothing to do with each other: in words, and in Japanese in characters. */
const FARTHEST = 5;
const FARTHEST_JAPANESE = 12;
/** No brief describes its people in more ways; a text that does is made to keep the reader busy. */
const MOST = 40;
/** Of Japanese words. */
const LENGTHS = [1, 2, 3, 4, 5, 6, 7];

/** A word of a pair: the meaning's own word, or the one that has to be near. */
interface Side {
  readonly pair: number;
  readonly isOwn: boolean;
}

interface Collocations {
  readonly ids: readonly string[];
  /** By a word's spelling and its stem. */
  readonly sides: ReadonlyMap<string, readonly Side[]>;
}

const known = new Map<Language, Collocations>();

function collocationsOf(language: Language): Collocations {
  const found = known.get(language) ?? read(language);
  known.set(language, found);
  return found;
}

function read(language: Language): Collocations {
  const ids: string[] = [];
  const sides = new Map<string, Side[]>();
  const note = (word: string, side: Side) => {
    for (const form of language === "ja" ? [word] : formsOf(word.toLowerCase(), language)) {
      const noted = sides.get(form) ?? [];
      if (!noted.some((one) => one.pair === side.pair && one.isOwn === side.isOwn)) sides.set(form, [...noted, side]);
    }
  };
  for (const line of collocationsText().split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const colon = line.indexOf(" : ");
    const column = line.slice(colon + 3).split("|")[LANGUAGES.indexOf(language)] ?? "";
    for (const pair of column.split(";")) {
      const [near = "", own = ""] = pair.split("&").map((words) => words.trim());
      ids.push(line.slice(0, colon));
      for (const word of near.split(" ").filter(Boolean)) note(word, { pair: ids.length - 1, isOwn: false });
      for (const word of own.split(" ").filter(Boolean)) note(word, { pair: ids.length - 1, isOwn: true });
    }
  }
  return { ids, sides };
}

function formsOf(word: string, language: Language): string[] {
  const plain = plainOf(word);
  // Italian `chi` is no `chiavi`.
  if (STOP_WORDS.get(language)?.has(plain)) return [plain];
  const stem = stemOf(word, language);
  const bare = language === "ar" ? [withoutArticle(plain)] : [];
  return [...new Set([plain, ...(isLongEnough(plain, stem) ? [stem] : []), ...bare])];
}

/** What two words mean together, where each alone means something else or nothing: "talks to the lamp". */
export function withCollocations(
  content: readonly Mention[],
  tokens: readonly Token[],
  languages: readonly Language[],
): readonly Mention[] {
  const found = [
    ...languages.filter((language) => language !== "ja").flatMap((language) => collocated(tokens, language)),
    ...tokens.flatMap((token, index) => (token.kind === "japanese" ? collocatedInside(token, index) : [])),
  ].slice(0, MOST);
  if (found.length === 0) return content;
  const kept = content.filter((one) => !found.some((other) => isWithin(one, other)));
  const free = found.filter((one, index) => ![...kept, ...found.slice(0, index)].some((other) => overlap(one, other)));
  return [...kept, ...free].sort((a, b) => a.start - b.start);
}

const SENTENCE_END = /[.!?…]/;
const OF_PEOPLE = ["seeks", "people", "relative", "those-who"] as const;

/** "People who cannot cope with others' scissors": what people do not do says who they are, and refuses nobody. */
export function withWantedPairs(
  stances: ReadonlyMap<Mention, Stance>,
  { content, scope }: Mentions,
  tokens: readonly Token[],
): ReadonlyMap<Mention, Stance> {
  const wanted = content.filter((one) => one.isPair && stances.get(one)?.negated && isSaidOfPeople(one, scope, tokens));
  if (wanted.length === 0) return stances;
  return new Map(
    [...stances].map(([one, stance]) => [one, wanted.includes(one) ? { ...stance, negated: false } : stance]),
  );
}

/** What negates it stands behind a word for people. */
function isSaidOfPeople(pair: Mention, scope: readonly Mention[], tokens: readonly Token[]): boolean {
  const end = tokens.findLastIndex(
    ({ kind, text }, index) => kind === "break" && SENTENCE_END.test(text) && index < pair.from,
  );
  const before = scope.filter(({ from, to }) => from > end && to <= pair.from);
  const negator = before.find((one) => has(one, "scope", "negator"));
  return (
    negator !== undefined &&
    before.some((one) => one.to <= negator.from && OF_PEOPLE.some((id) => has(one, "scope", id)))
  );
}

function isWithin(one: Mention, other: Mention): boolean {
  return one.start >= other.start && one.end <= other.end;
}

function overlap(one: Mention, other: Mention): boolean {
  return one.start < other.end && other.start < one.end;
}

function collocated(tokens: readonly Token[], language: Language): Mention[] {
  const { ids, sides } = collocationsOf(language);
  const mentions = new Map<number, Mention>();
  const recent: { readonly index: number; readonly side: Side }[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === "break") recent.length = 0;
    if (token.kind !== "word") return;
    while (recent[0] && index - recent[0].index > FARTHEST) recent.shift();
    const own = sidesAt(token, language, sides);
    for (const side of own) {
      const other = recent.findLast(
        (one) => one.side.pair === side.pair && one.side.isOwn !== side.isOwn && one.index !== index,
      );
      if (other) {
        const at = side.isOwn ? index : other.index;
        const { start, end } = tokens[at] ?? token;
        if (!mentions.has(at)) mentions.set(at, mentionOf(ids[side.pair] ?? "", { start, end, from: at, to: at + 1 }));
      }
      recent.push({ index, side });
    }
  });
  return [...mentions.values()];
}

const NO_SIDES: readonly Side[] = [];

function sidesAt({ text, plain }: Token, language: Language, sides: Collocations["sides"]): readonly Side[] {
  const written = sides.get(plain);
  if (written) return written;
  const form = formsOf(text, language).find((one) => sides.has(one));
  return form === undefined ? NO_SIDES : (sides.get(form) ?? NO_SIDES);
}

function collocatedInside({ text, start }: Token, index: number): Mention[] {
  const { ids, sides } = collocationsOf("ja");
  const places = Array.from(text, (_, at) => at).flatMap((at) =>
    LENGTHS.flatMap((length) =>
      (sides.get(text.slice(at, at + length)) ?? []).map((side) => ({ ...side, at, length })),
    ),
  );
  return places.flatMap(({ pair, isOwn, at, length }, place) => {
    if (!isOwn) return [];
    const isOther = (other: (typeof places)[number]) =>
      other.pair === pair && !other.isOwn && (other.at >= at + length || other.at + other.length <= at);
    const span = { start: start + at, end: start + at + length, from: index, to: index + 1 };
    return nearBy(places, place).some(isOther) ? [mentionOf(ids[pair] ?? "", span)] : [];
  });
}

/** Those of a list in the text's order that are no further away. */
function nearBy<Place extends { readonly at: number }>(places: readonly Place[], place: number): readonly Place[] {
  const at = places[place]?.at ?? 0;
  let [from, to] = [place, place];
  while (from > 0 && at - (places[from - 1]?.at ?? 0) <= FARTHEST_JAPANESE) from--;
  while (to < places.length && (places[to]?.at ?? 0) - at <= FARTHEST_JAPANESE) to++;
  return places.slice(from, to);
}

function mentionOf(id: string, place: Pick<Mention, "start" | "end" | "from" | "to">): Mention {
  const { lines } = lexicon();
  const line = lines.get(`topic:${id}`) ?? lines.get(`audience:${id}`);
  return { ...place, senses: line ? sensesOf(line) : [], certainty: CERTAINTY.along, isPair: true };
}

function sensesOf({ kind, id, parent, impliesParent }: Meaning): Sense[] {
  const implied: Sense[] =
    impliesParent && parent !== null ? [{ kind, id: parent, isHint: false, isImplied: true }] : [];
  return [{ kind, id, isHint: false }, ...implied];
}
