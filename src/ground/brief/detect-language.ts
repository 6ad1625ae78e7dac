import { partsOf } from "./compounds/compounds.ts";
import { isDerived } from "./derived/derived-words.ts";
import { isCompounding, LANGUAGES, type Language, STOP_WORDS } from "./languages.ts";
import { lexicon } from "./lexicon/lexicon.ts";
import { saysPortugueseIn } from "./phrases/portuguese-in.ts";
import { meantBy } from "./spelling/typing-errors.ts";
import type { Token } from "./words.ts";

/** A second language is read along when it has at least this share of what the first one has. */
const ALONG = 0.45;
/** This many words identify a language well enough. */
const ENOUGH = 120;

/** Up to this many, misspelt words and compounds count as well. */
const LITTLE = 2.5;

/** Less than one telling word. */
const LEAST = 0.45;

/** If nothing identifies the language, a word may belong to any of them. */
const IN_DOUBT = LANGUAGES.filter((language) => language !== "ja" && language !== "ar");

/** What a letter tells that the neighbours do not have. */
const SPELT = 0.2;

const ARABIC = /\p{Script=Arabic}/u;

/**
 * The languages of a text, the likeliest first: by its script, by the function words of each language, and by the words
 * of the lexicon. All of them, English first, if nothing identifies it.
 */
export function languagesOf(tokens: readonly Token[]): Language[] {
  const scores = new Map<Language, number>(LANGUAGES.map((language) => [language, 0]));
  const add = (language: Language, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  const isEnglishToo = (word: string) =>
    ENGLISH_TOO.has(word) && isShort(word, tokens) && !tokens.some(({ text }) => ACCENTED.test(text));
  const again = new Set<string>();
  let seen = 0;
  let last = "";
  for (const { kind, text, plain } of tokens) {
    if (plain === "t" && CONTRACTED.test(last)) add("en", 1);
    last = plain;
    if (kind === "japanese") add("ja", plain.length);
    if (kind !== "word") continue;
    if (ARABIC.test(plain)) add("ar", 3);
    else if (seen++ < ENOUGH) {
      // "No radio, no print, no social" is no more Portuguese for the third "no".
      if (!again.has(plain)) weigh(plain, isEnglishToo(plain), add);
      if (ENGLISH_TOO.has(plain)) again.add(plain);
      if (DUTCH.test(plain)) add("nl", SPELT);
      if (text !== plain) for (const [letters, language] of LETTERS) if (letters.test(text)) add(language, SPELT);
    }
  }
  if (Math.max(...scores.values()) < LITTLE) for (const token of tokens.slice(0, ENOUGH)) weighUnknown(token, add);
  // "Podcast no Reino Unido": one "no" tells more than a word that two languages have.
  if (saysPortugueseIn(tokens)) scores.set("pt", Math.max(...scores.values()) + HALF);
  const ranked = [...scores].filter(([, score]) => score > 0).sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  const read = ranked.filter(([, score]) => score >= best * ALONG).map(([language]) => language);
  return best < LEAST ? IN_DOUBT : read.slice(0, 3);
}

/** "War" is German for "was", and in English what a brand wants to avoid; "no" is no function word of English in public lists. */
const ENGLISH_TOO: ReadonlySet<string> = new Set(["war", "no"]);
/** In tokens: a longer text has other words that tell its language. */
const FEW = 9;

/** "No radio, no print, no cinema, no social" has few different words. */
function isShort(word: string, tokens: readonly Token[]): boolean {
  if (tokens.length <= FEW) return true;
  const words = tokens.flatMap(({ kind, plain }) => (kind === "word" ? plain : []));
  return words.indexOf(word) !== words.lastIndexOf(word) && new Set(words).size <= FEW;
}
/** Letters that English words hardly have. */
const ACCENTED = /[à-öø-ÿ]/iu;

/** What stands before the "t" of "don't". */
const CONTRACTED = /^(?:don|doesn|didn|won|wouldn|isn|aren|wasn|weren|can|couldn|shouldn|haven|hasn|mustn)$/;

/** A word of one language counts for it wholly, one of several for each a little. */
function weigh(plain: string, isEnglishToo: boolean, add: (language: Language, score: number) => void): void {
  const little = LANGUAGES.filter((language) => STOP_WORDS.get(language)?.has(plain));
  for (const language of little) add(language, (isEnglishToo ? HALF : 1) / little.length);
  if (isEnglishToo) add("en", HALF);
  if (little.length > 0) return;
  const known = LANGUAGES.filter((language) => lexicon().singlesOf(language).has(plain));
  for (const language of known) add(language, 0.8 / known.length);
}

/** Vowels that Dutch doubles, and German does not: `bijna`, `schaapjes`. */
const DUTCH = /[^aeiou]ij(?:[^aeiou]|$)|[^aeiou](?:aa|uu)[^aeiou]|[^aeiou]tje(?:s|n)?$/;

const HALF = 0.5;

/** Letters that a language has and its neighbours have not. */
const LETTERS: readonly [letters: RegExp, language: Language][] = [
  [/[ąćęłńśźż]/, "pl"],
  [/[äöüß]/, "de"],
  [/[ñ¿¡]/, "es"],
  [/[ãõ]|[âêú]nci[ao]s?$/, "pt"],
  [/[êèœàùû]/, "fr"],
];

/** A word in no vocabulary may be a typing error in one of them, or a compound. */
function weighUnknown({ kind, text, plain }: Token, add: (language: Language, score: number) => void): void {
  if (kind !== "word" || plain.length < 4 || ARABIC.test(plain)) return;
  for (const [letters, language] of LETTERS) if (letters.test(text)) add(language, 0.4);
  const { vocabularyOf, singlesOf } = lexicon();
  if (LANGUAGES.some((language) => singlesOf(language).has(plain))) return;
  const derived = IN_DOUBT.filter((language) => isDerived(plain, language));
  for (const language of derived) add(language, 0.7 / derived.length);
  if (derived.length > 0) return;
  const near = IN_DOUBT.filter(
    (language) =>
      meantBy(plain, language) !== undefined ||
      (isCompounding(language) && partsOf(plain, vocabularyOf(language), { language, spelling: text }).length > 0),
  );
  for (const language of near) add(language, 0.7 / near.length);
}
