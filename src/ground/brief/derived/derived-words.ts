import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language, stemOf } from "../languages.ts";
import type { Sense } from "../lexicon/sense.ts";
import type { Token } from "../words.ts";

/**
 * The words of a language that are derived from public word lists (see `main/generate/derived-words`), a line each, sorted. They stay one
 * text that is searched by halves: as a map they would take several times the memory, and time at every start.
 */
interface DerivedWords {
  readonly text: string;
  /** Where each line starts, and where the text ends. */
  readonly starts: Uint32Array;
}

/** What stems begin with, to tell them from words. */
export const STEM = "~";

const LONGEST_PHRASE = 4;
const LONGEST_JAPANESE = 12;
const NEW_LINE = 10;
const TAB = 9;

const lists = new Map<Language, DerivedWords>();
const senses = new Map<string, readonly Sense[]>();

/** The longest derived word or phrase at a position, within the first so many tokens. */
export function derivedAt(
  tokens: readonly Token[],
  index: number,
  free: number,
  language: Language,
): { readonly senses: readonly Sense[]; readonly length: number } | undefined {
  const list = listOf(language);
  let [written, stemmed] = ["", STEM];
  let found: { readonly topics: string; readonly length: number } | undefined;
  for (let length = 1; length <= Math.min(LONGEST_PHRASE, free); length++) {
    const token = tokens[index + length - 1];
    if (token?.kind !== "word") break;
    const forms = language === "en" ? singularsOf(token.plain).map((form) => written + form) : [];
    stemmed += stemOf(token.text, language);
    const keys = language === "en" ? [written + token.plain, ...forms] : [written + token.plain, stemmed];
    const topics = keys.map((key) => topicsOf(list, key)).find((one) => one !== undefined);
    if (topics !== undefined) found = { topics, length };
    written += `${token.plain} `;
    stemmed += " ";
    if (!isBeginning(list, written) && (language === "en" || !isBeginning(list, stemmed))) break;
  }
  return found && { senses: sensesOf(found.topics), length: found.length };
}

/** Whether a derived word or phrase may begin with this one, before anybody looks for its length. */
export function mayBeginDerived({ text: written, plain }: Token, language: Language): boolean {
  const list = listOf(language);
  const begins = (word: string) => {
    const { text, starts } = list;
    const start = starts[firstFrom(list, word)] ?? text.length;
    return text.startsWith(word, start);
  };
  if (language !== "en") return begins(plain) || begins(STEM + stemOf(written, language));
  return begins(plain) || singularsOf(plain).some((form) => topicsOf(list, form) !== undefined);
}

/** The longest derived word at a character of a Japanese text. */
export function derivedJapaneseAt(
  text: string,
  at: number,
  free: number,
): { readonly senses: readonly Sense[]; readonly length: number } | undefined {
  const list = listOf("ja");
  let found: { readonly topics: string; readonly length: number } | undefined;
  for (let length = 1; length <= Math.min(LONGEST_JAPANESE, free); length++) {
    const word = text.slice(at, at + length);
    const topics = topicsOf(list, word);
    if (topics !== undefined) found = { topics, length };
    if (!isBeginning(list, word)) break;
  }
  return found && { senses: sensesOf(found.topics), length: found.length };
}

/** Whether the word is one, and so no typing error. */
export function isDerived(plain: string, language: Language): boolean {
  const list = listOf(language);
  return [plain, ...(language === "en" ? singularsOf(plain) : [])].some((form) => topicsOf(list, form) !== undefined);
}

/** The texts of all languages: what is read depends on them. */
export function derivedTexts(): string[] {
  return LANGUAGES.map((language) => listOf(language).text);
}

function sensesOf(topics: string): readonly Sense[] {
  const known = senses.get(topics);
  if (known) return known;
  const made = topics.split(",").map((id): Sense => ({ kind: "topic", id, isHint: false, isDerived: true }));
  senses.set(topics, made);
  return made;
}

function listOf(language: Language): DerivedWords {
  const known = lists.get(language);
  if (known) return known;
  const text = readFileSync(join(import.meta.dirname, `${language}.txt`), "utf8");
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const list = { text, starts: Uint32Array.from(starts) };
  lists.set(language, list);
  return list;
}

function topicsOf({ text, starts }: DerivedWords, word: string): string | undefined {
  const line = firstFrom({ text, starts }, word);
  const start = starts[line] ?? text.length;
  const end = start + word.length;
  if (text.charCodeAt(end) !== TAB || !text.startsWith(word, start)) return undefined;
  return text.slice(end + 1, (starts[line + 1] ?? text.length) - 1);
}

/** Whether a longer word or phrase begins like this. */
function isBeginning({ text, starts }: DerivedWords, words: string): boolean {
  const line = firstFrom({ text, starts }, words);
  const isIt = (at: number) => text.startsWith(words, starts[at] ?? text.length);
  return isIt(line) && (text.charCodeAt((starts[line] ?? 0) + words.length) !== TAB || isIt(line + 1));
}

/** The first line that does not come before the word. */
function firstFrom({ text, starts }: DerivedWords, word: string): number {
  let [from, to] = [0, starts.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(text, starts[middle] ?? 0, word)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isBefore(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const [one, other] = [text.charCodeAt(start + at), word.charCodeAt(at)];
    if (one !== other) return one < other || one === NEW_LINE;
  }
  return false;
}

const PLURALS: readonly [ending: RegExp, singular: string][] = [
  [/ies$/, "y"],
  [/(?<=ch|sh|[sxzo])es$/, ""],
  [/ves$/, "f"],
  [/ves$/, "fe"],
  [/men$/, "man"],
  [/(?<![su])s$/, ""],
];

/** What an English word may be the plural of. WordNet has no plurals. */
function singularsOf(plain: string): string[] {
  if (plain.length < 5) return [];
  return PLURALS.filter(([ending]) => ending.test(plain)).map(([ending, singular]) => plain.replace(ending, singular));
}
