import { type Language, stemOf } from "../languages.ts";
import { isLongEnough } from "../lexicon/lexicon-texts.ts";
import type { Sense } from "../lexicon/sense.ts";
import type { Vocabulary } from "../lexicon/vocabulary.ts";

/** Spellings of one sound that writers of a language mix up, without accents, each in either direction. */
const SOUNDS: Readonly<Partial<Record<Language, readonly (readonly [string, string])[]>>> = {
  en: [
    ["ie", "ei"],
    ["ph", "f"],
    ["ea", "ee"],
    ["ence", "ance"],
    ["able", "ible"],
  ],
  de: [
    ["ie", "i"],
    ["ck", "k"],
    ["tz", "z"],
    ["v", "f"],
    ["a", "e"],
    ["au", "eu"],
    ["ee", "e"],
    ["th", "t"],
  ],
  fr: [
    ["e", "er"],
    ["eau", "o"],
    ["au", "o"],
    ["ph", "f"],
    ["qu", "k"],
    ["c", "s"],
    ["ai", "e"],
  ],
  es: [
    ["v", "b"],
    ["ll", "y"],
    ["z", "s"],
    ["ce", "se"],
    ["ci", "si"],
    ["gi", "ji"],
    ["ge", "je"],
    ["qu", "k"],
    ["c", "k"],
  ],
  it: [
    ["gli", "li"],
    ["gn", "ni"],
  ],
  pt: [
    ["ss", "c"],
    ["ch", "x"],
    ["z", "s"],
    ["qu", "k"],
    ["ao", "am"],
    ["o", "u"],
  ],
  nl: [
    ["ij", "ei"],
    ["ou", "au"],
    ["ch", "g"],
    ["dt", "d"],
    ["aa", "a"],
    ["oo", "o"],
    ["ee", "e"],
  ],
  pl: [
    ["o", "u"],
    ["rz", "z"],
    ["ch", "h"],
    ["a", "om"],
    ["a", "on"],
    ["e", "em"],
    ["e", "en"],
  ],
};
const DOUBLED = /([bcdfglmnprstvz])\1/g;
const SINGLE = /(?<![bcdfglmnprstvz])([bcdfglmnprstvz])(?=[aeiouy])/g;
/** A shorter word is another one too easily. */
const SHORTEST = 6;

/** The meanings of a word, or of a form of one, that sounds like what is written: `cukrzykuw`. */
export function sensesBySound(word: string, language: Language, { senses, stems }: Vocabulary): readonly Sense[] {
  if (word.length < SHORTEST) return [];
  for (const spelling of spellingsOf(word, language)) {
    const stem = stemOf(spelling, language);
    const found = senses.get(spelling) ?? (isLongEnough(spelling, stem) ? stems.get(stem) : undefined);
    if (found) return found;
  }
  return [];
}

/** With the sound at one place written otherwise; the first letter is usually right. */
export function* spellingsOf(word: string, language: Language): Generator<string> {
  for (const [one, other] of SOUNDS[language] ?? []) {
    yield* replacedOnce(word, one, other);
    yield* replacedOnce(word, other, one);
  }
  for (const { index } of word.matchAll(DOUBLED)) yield word.slice(0, index) + word.slice(index + 1);
  for (const { index } of word.matchAll(SINGLE))
    if (index > 0) yield word.slice(0, index) + word.charAt(index) + word.slice(index);
}

function* replacedOnce(word: string, one: string, other: string): Generator<string> {
  for (let at = word.indexOf(one, 1); at >= 0; at = word.indexOf(one, at + 1))
    yield word.slice(0, at) + other + word.slice(at + one.length);
}
