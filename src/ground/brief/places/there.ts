import { has, type Mention } from "../mention.ts";
import { areJoined } from "../misleading/joints.ts";
import { type Before, clauseOf, isIn, isRefusing, sentenceOf } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";

/** "Only" stands at most this many tokens from "there". */
const NEAR = 2;
/** "There is", "there are". */
const EXPLETIVE: ReadonlySet<string> = new Set([
  "is",
  "are",
  "was",
  "were",
  "will",
  "s",
  "isn",
  "aren",
  "has",
  "have",
  "a",
]);
const AIMS = ["aim", "aim-now", "seeks", "wants"] as const;

/** "We export to Norway, and advertise there alone": the place named last is the market, whatever was said of it before. */
export function resumePlaces(before: Before): void {
  for (const little of before.scope) {
    if (!has(little, "scope", "there") || isExpletive(little, before) || isArticle(little, before)) continue;
    const exclusive = isAlone(little, before);
    if (exclusive || isAimedAt(little, before))
      for (const place of placesBefore(little, before)) resume(place, exclusive, before);
  }
}

/** "There is no radio" names no place. */
function isExpletive({ to }: Mention, { tokens }: Before): boolean {
  return EXPLETIVE.has(tokens[to]?.plain ?? "");
}

/** `là` is there, and `la` is an article. */
function isArticle({ from, to }: Mention, { tokens }: Before): boolean {
  const { text = "", plain = "", kind } = tokens[from] ?? {};
  return kind === "word" && to - from === 1 && plain.length <= 2 && text === plain;
}

function resume(place: Mention, exclusive: boolean, { stances }: Before): void {
  if (stances.get(place)?.negated) return;
  stances.set(place, { negated: false, hedged: false, exclusive, resumed: true });
}

/** "Only there", "dort und nur dort". In Japanese "only" follows at once. */
function isAlone(little: Mention, { tokens, scope }: Before): boolean {
  const isJapanese = tokens[little.from]?.kind === "japanese";
  return scope.some((one) => {
    if (!has(one, "scope", "exclusive")) return false;
    if (isJapanese) return one.start >= little.end && one.start - little.end <= NEAR;
    const [first, second] = one.from <= little.from ? [one, little] : [little, one];
    const between = tokens.slice(first.to, second.from);
    return between.length <= NEAR && between.every(({ kind }) => kind !== "break");
  });
}

/** "And look for customers there". */
function isAimedAt(little: Mention, { tokens, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  const here = scope.filter((one) => isIn(clause, one));
  return here.some((one) => AIMS.some((id) => has(one, "scope", id))) && !here.some(isRefusing);
}

/** The last place before it, with those that it is listed with, in its sentence or in the one before. */
function placesBefore(little: Mention, { tokens, content }: Before): Mention[] {
  const sentence = sentenceOf(little, tokens);
  const previous =
    sentence.start > 0 ? sentenceOf({ start: sentence.start - 1, end: sentence.start - 1 }, tokens) : sentence;
  const places = content.filter((one) => isPlace(one) && one.end <= little.start && one.start >= previous.start);
  const named = places.slice(-1);
  for (const one of places.toReversed().slice(1)) {
    const [next] = named;
    // Arabic joins "and" to its word.
    if (next && (one.to === next.from || areJoined(one, next, tokens))) named.unshift(one);
  }
  return named;
}
