import { stemmer as stemDutch } from "@orama/stemmers/dutch";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemItalian } from "@orama/stemmers/italian";
import { stemmer as stemPortuguese } from "@orama/stemmers/portuguese";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import { ara, deu, eng, fra, ita, jpn, nld, pol, por, spa } from "stopword";
import { stemArabic } from "./stems/stem-arabic.ts";
import { stemPolish } from "./stems/stem-polish.ts";
import { plainOf } from "./words.ts";

/** The languages that are read, in the order of the lexicon's columns. */
export const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages that form compounds. */
export type Compounding = "de" | "nl";

export function isCompounding(language: Language): language is Compounding {
  return language === "de" || language === "nl";
}

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  en: stemEnglish,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish,
  it: stemItalian,
  pt: stemPortuguese,
  nl: stemDutch,
  pl: stemPolish,
  ja: (word) => word,
  ar: stemArabic,
};

/** How many stems are cached per language; beyond that the cache is emptied. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<Language, Map<string, string>>(LANGUAGES.map((language) => [language, new Map()]));

/** A word's stem without its accents. The stemmers require accents, and writers omit them. */
export function stemOf(word: string, language: Language): string {
  const known = remembered.get(language) ?? new Map<string, string>();
  const found = known.get(word);
  if (found !== undefined) return found;
  // Longer than any word: stemmers are made for words, and anything may look like one.
  const stem = word.length > 40 ? plainOf(word) : plainOf(STEMMERS[language](word));
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(word, stem);
  return stem;
}

export function forgetStems(language: Language): void {
  remembered.get(language)?.clear();
}

const LISTS: Readonly<Record<Language, readonly string[]>> = {
  en: eng,
  de: deu,
  fr: fra,
  es: spa,
  it: ita,
  pt: por,
  nl: nld,
  pl: pol,
  ja: jpn,
  ar: ara,
};

/** Words without a meaning of their own, without accents. */
export const STOP_WORDS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set(LISTS[language].map((word) => plainOf(word.toLowerCase())))]),
);
