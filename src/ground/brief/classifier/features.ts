import { FNV_OFFSET, fnv1a, spread } from "../../hashing/fnv.ts";
import type { Mention } from "../mention.ts";
import { SENTENCE_END } from "../polarity/clause.ts";
import { isEnd, KINDS, neighboursOf, type Scene, type Subject } from "./scene.ts";

/** Features are numbered by their hash. */
export const ROOM = 2 ** 20;

/** What stands around a mention, as numbers below `ROOM`. */
export function featuresOf(mention: Mention, subject: Subject, scene: Scene): ReadonlySet<number> {
  const features = new Features(scene.language, subject);
  nameItself(mention, subject, scene, features);
  if (scene.tokens[mention.from]?.kind === "japanese") lookAround(mention, scene, features);
  else {
    lookBeside(mention, scene, features);
    lookBesideList(mention, subject, scene, features);
  }
  meetFunctionWords(mention, scene, features);
  placeInBrief(mention, subject, scene, features);
  return features.found;
}

class Features {
  readonly found = new Set<number>();
  readonly #inLanguage: number;
  readonly #anywhere: readonly number[];

  constructor(language: string, subject: Subject) {
    this.#inLanguage = fnv1a(`${language} ${subject}`, FNV_OFFSET);
    this.#anywhere = [fnv1a(subject, FNV_OFFSET), FNV_OFFSET];
  }

  /** In this language, of this subject. */
  say(template: string, word = ""): void {
    this.#add(this.#inLanguage, template, word);
  }

  /** In whatever language, of this subject and of any. */
  sayAnywhere(template: string, word = ""): void {
    for (const seed of this.#anywhere) this.#add(seed, template, word);
  }

  sayBoth(template: string, word = ""): void {
    this.say(template, word);
    this.sayAnywhere(template, word);
  }

  #add(seed: number, template: string, word: string): void {
    const hash = fnv1a(word, fnv1a(template, seed));
    this.found.add(spread(hash) & (ROOM - 1));
  }
}

function nameItself({ senses, start, end }: Mention, subject: Subject, { text }: Scene, features: Features): void {
  features.sayBoth("always");
  features.say("word", text.slice(start, end).toLowerCase());
  for (const { kind, id, isHint } of senses) {
    if (KINDS[subject].has(kind)) {
      features.sayBoth("is", id);
      if (isHint) features.sayAnywhere("hinted");
    } else features.sayAnywhere("also", kind);
  }
}

/** In tokens. */
const WINDOW = 14;

/** 1, 2, up to 4, up to 8, further. */
function far(distance: number): string {
  return distance <= 2 ? `${distance}` : distance <= 4 ? "4" : distance <= 8 ? "8" : "+";
}

/** The words on either side, up to the end of the neighbouring sentence. */
function lookBeside(mention: Mention, scene: Scene, features: Features): void {
  for (const [side, first, step] of [
    ["before", mention.from - 1, -1],
    ["behind", mention.to, 1],
  ] as const) {
    let [ends, breaks, named] = [0, 0, 0];
    let last = "";
    for (let distance = 1, at = first; distance <= WINDOW; distance++, at += step) {
      const token = scene.tokens[at];
      if (!token) {
        features.sayBoth(`${side} edge`, far(distance));
        break;
      }
      if (isEnd(token)) {
        if (++ends > 1) break;
        features.sayBoth(`${side} end`, far(distance));
      }
      const beyond = ends > 0 ? `${side} beyond` : side;
      const [word, stem] = [scene.words[at] ?? "", scene.stems[at] ?? ""];
      if (token.kind === "break") breaks++;
      else if (word.startsWith("<") && word !== last) named++;
      features.say(`${beyond} over ${Math.min(breaks, 2)} ${Math.min(named, 2)}`, stem);
      if (distance <= 2) features.say(`${side} at ${distance}`, word);
      features.say(beyond, word);
      if (stem !== word) features.say(`${beyond} stem`, stem);
      if (last !== "" && ends === 0) features.say(`${side} pair`, `${last} ${word}`);
      last = word;
    }
  }
}

/** In tokens. */
const CLOSE = 4;

/** What stands before the first and behind the last of a list that the mention is in. */
function lookBesideList(mention: Mention, subject: Subject, scene: Scene, features: Features): void {
  const { from, to, others } = listAround(mention, subject, scene);
  features.sayAnywhere("others", `${Math.min(others, 3)}`);
  for (const [side, first, step] of [
    ["before list", from - 1, -1],
    ["behind list", to, 1],
  ] as const) {
    for (let distance = 1, at = first; distance <= CLOSE; distance++, at += step) {
      const token = scene.tokens[at];
      if (!token || isEnd(token)) {
        features.sayBoth(`${side} end`, `${distance}`);
        if (!token) break;
      }
      const word = scene.words[at] ?? "";
      features.say(`${side} ${distance}`, word);
      if (distance === 2) features.say(`${side} pair`, `${scene.words[first] ?? ""} ${word}`);
    }
  }
}

function listAround(mention: Mention, subject: Subject, scene: Scene): { from: number; to: number; others: number } {
  const mates = scene.mates[subject];
  const place = mates.indexOf(mention);
  let [first, last] = [place, place];
  const at = (index: number) => mates[index];
  while (isJoined(at(first - 1), at(first), scene)) first--;
  while (isJoined(at(last), at(last + 1), scene)) last++;
  return { from: at(first)?.from ?? mention.from, to: at(last)?.to ?? mention.to, others: last - first };
}

/** In tokens, and each word of it in letters. */
const LONGEST_JOINT = 3;
const SHORT = 4;

/** Commas and short words are between, as in "radio, TV and the cinema". */
function isJoined(one: Mention | undefined, next: Mention | undefined, { tokens }: Scene): boolean {
  if (!one || !next || next.from < one.to || next.from - one.to > LONGEST_JOINT) return false;
  for (let index = one.to; index < next.from; index++) {
    const token = tokens[index];
    if (!token || (token.kind === "break" ? !/^[,،/(]+$/.test(token.text) : token.plain.length > SHORT)) return false;
  }
  return true;
}

/** In characters. */
const SURROUNDINGS = 24;
const LONGEST_GRAM = 4;

/** Japanese is not divided into words: all strings of up to four characters near by. */
function lookAround(mention: Mention, { text }: Scene, features: Features): void {
  const before = text.slice(Math.max(0, mention.start - SURROUNDINGS), mention.start).split(SENTENCE_END);
  const behind = text.slice(mention.end, mention.end + SURROUNDINGS).split(SENTENCE_END);
  for (const [index, part] of before.toReversed().slice(0, 2).entries())
    sayGrams(part, index === 0 ? "before" : "before beyond", (at, length) => part.length - at - length, features);
  for (const [index, part] of behind.slice(0, 2).entries())
    sayGrams(part, index === 0 ? "behind" : "behind beyond", (at) => at, features);
}

function sayGrams(
  part: string,
  side: string,
  distanceOf: (at: number, length: number) => number,
  features: Features,
): void {
  for (let length = 1; length <= LONGEST_GRAM; length++)
    for (let at = 0; at + length <= part.length; at++) {
      const gram = part.slice(at, at + length);
      features.say(side, gram);
      const distance = distanceOf(at, length);
      if (distance <= 2) features.say(`${side} ${distance}`, gram);
    }
}

/** How far function words reach, in tokens. */
const REACH = 40;
/** Characters of Japanese that are about as long as a word. */
const WORD = 3;

/** What the lexicon knows of the words that negate, restrict and hedge, which is the same in all languages. */
function meetFunctionWords(mention: Mention, scene: Scene, features: Features): void {
  const { tokens, sentences, mentions } = scene;
  for (const little of scopeAround(mention, mentions.scope)) {
    const isBefore = little.end <= mention.start;
    const isBehind = little.start >= mention.end;
    const [end, start] = isBefore ? [little, mention] : [mention, little];
    const isInRun = end.from === start.from;
    const distance = isInRun ? Math.abs(start.start - end.end) / WORD : Math.max(0, start.from - end.to);
    if (distance > REACH) continue;
    const isOfOther = (sentences[end.from] ?? 0) !== (sentences[start.from] ?? 0);
    let isParted = false;
    for (let at = end.to; at < start.from && !isParted; at++) isParted = tokens[at]?.kind === "break";
    const side = `${isBefore ? "before" : isBehind ? "behind" : "within"}${isOfOther ? " beyond" : ""}`;
    const next = mentions.content[placeFrom(mentions.content, end.end)];
    const hasBetween = next !== undefined && next.end <= start.start;
    for (const { id } of little.senses) {
      features.sayAnywhere(`${side} function`, id);
      features.sayAnywhere(`${side} function ${far(distance + 1)}`, id);
      features.sayAnywhere(`${side} function ${isParted} ${hasBetween}`, id);
      features.say(`${side} function ${isParted}`, id);
    }
  }
}

/** In characters: no `REACH` is longer. */
const FURTHEST = 400;

function scopeAround({ start, end }: Mention, scope: readonly Mention[]): readonly Mention[] {
  return scope.slice(placeFrom(scope, start - FURTHEST), placeFrom(scope, end + FURTHEST));
}

/** The place of the first that begins there or behind, in the order of the text. */
function placeFrom(mentions: readonly Mention[], position: number): number {
  let [from, to] = [0, mentions.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((mentions[middle]?.start ?? 0) < position) from = middle + 1;
    else to = middle;
  }
  return from;
}

function placeInBrief(mention: Mention, subject: Subject, scene: Scene, features: Features): void {
  const before = scene.sentences[mention.from] ?? 0;
  const behind = (scene.sentences.at(-1) ?? 0) - before;
  features.sayAnywhere("sentences before", `${Math.min(before, 3)}`);
  features.sayAnywhere("sentences behind", `${Math.min(behind, 3)}`);
  const mates = scene.mates[subject];
  const alike = neighboursOf(mates.indexOf(mention), mates);
  features.sayAnywhere("alike", `${Math.min(alike.length, 4)}`);
  const ids = new Set(mention.senses.map(({ id }) => id));
  if (alike.some(({ senses }) => senses.some(({ id }) => ids.has(id)))) features.sayAnywhere("again");
}
