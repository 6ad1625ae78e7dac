import { isDerived } from "../derived/derived-words.ts";
import { type Language, STOP_WORDS, stemOf } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { isScope } from "../mention.ts";
import { onceEach } from "../once-each.ts";
import type { Token } from "../words.ts";
import { allMeantBy, CURRENCIES, isSlip, SINGLES, slipOf, type Words } from "./typing-errors.ts";
import { spellingsOf } from "./written-by-ear.ts";

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** From here on a word of a phrase is itself, whatever stands beside it. */
const LONG = 6;

/** From this many errors on a text was typed in haste. */
const HASTY = 3;

/** At most this many tokens are between a number and its currency: "1.5 millions d'euros". */
const BEHIND = 3;

interface MendedText {
  readonly tokens: readonly Token[];
  /** Whether what looks like a typing error in it most likely is one. */
  readonly isHasty: boolean;
}

/**
 * The tokens as they were meant, where they are no word and one typing error away from a function word, or from a word of a
 * phrase: `nohing but podcasts`, `conected tv`, `truk drivers`.
 */
export function mendedWords(tokens: readonly Token[], languages: readonly Language[]): MendedText {
  const [first = "en"] = languages;
  const unknownOnce = onceEach((token) => !isWord(token, languages));
  const isUnknown = (token: Token) =>
    token.kind === "word" && token.plain.length >= SHORTEST && unknownOnce(token) === true;
  const currencyAt = (index: number) => {
    const token = tokens[index];
    const isAmount = tokens.slice(Math.max(0, index - BEHIND), index).some(({ kind }) => kind === "number");
    return token?.kind === "word" && isAmount && unknownOnce(token)
      ? slipOf(token.plain, first, CURRENCIES)
      : undefined;
  };
  const slipOnce = onceEach((token) => slipOf(token.plain, first, FUNCTION_WORDS));
  const singleOnce = onceEach((token) => slipOf(token.plain, first, SINGLES));
  const soundOnce = onceEach((token) => functionWordBySound(token.plain, first));
  const partsOnce = onceEach((token) => allMeantBy(token.plain, first, PARTS));

  let slips = tokens.filter((token) => isUnknown(token) && (slipOnce(token) ?? singleOnce(token)) !== undefined).length;
  // A single error may be a word that is unknown here, unless its letters are all there.
  const functionWords = tokens.map((token) => {
    if (!isUnknown(token)) return undefined;
    const meant = slipOnce(token);
    if (slips > 1) return meant ?? soundOnce(token);
    return meant && (hasItsLetters(token.plain, meant) || isNegator(meant, first)) ? meant : undefined;
  });
  const parts = tokens.map((token) => (isUnknown(token) ? (partsOnce(token) ?? []) : []));
  const spellingsAt = (index: number) =>
    tokens[index]?.kind === "word" ? [functionWords[index] ?? tokens[index].plain, ...(parts[index] ?? [])] : [];
  const written = tokens.map((token, index) => {
    const [before, next] = [spellingsAt(index - 1), spellingsAt(index + 1)];
    const ofPhrase = parts[index]?.find(
      (part) => isSlip(token.plain, part) && (isPhrase(before, [part], first) || isPhrase([part], next, first)),
    );
    if (ofPhrase !== undefined && slipOnce(token) === undefined && singleOnce(token) === undefined) slips++;
    const [likeliest] = parts[index] ?? [];
    const meant =
      currencyAt(index) ??
      ofPhrase ??
      functionWords[index] ??
      (isItself(likeliest, token, first) ? likeliest : undefined);
    return meant === undefined ? token : mended(token, meant);
  });
  return { tokens: written, isHasty: slips >= HASTY };
}

/** What refuses is worth a guess, where it is long enough to be like few others: `niht`. */
function isNegator(word: string, language: Language): boolean {
  const senses = word.length > SHORTEST ? lexicon().vocabularyOf(language).senses.get(word) : undefined;
  return senses?.some(({ kind, id }) => kind === "scope" && id === "negator") ?? false;
}

function hasItsLetters(word: string, meant: string): boolean {
  const letters = (one: string) => Array.from(new Set(one)).sort().join("");
  return word.length >= meant.length && letters(word) === letters(meant);
}

/** A long word that has no meaning alone can be mended whatever stands beside it. */
function isItself(part: string | undefined, { plain }: Token, language: Language): boolean {
  return part !== undefined && plain.length >= LONG && !lexicon().vocabularyOf(language).senses.has(part);
}

function mended(token: Token, meant: string): Token {
  return { ...token, text: meant, plain: meant, isMended: true };
}

/** A known word is not an error, nor is one with its own meaning. */
function isWord({ text, plain }: Token, languages: readonly Language[]): boolean {
  return languages.some((language) => {
    const { singles, parts, known, stems } = lexicon().vocabularyOf(language);
    if (STOP_WORDS.get(language)?.has(plain) || singles.has(plain) || parts.has(plain) || known.has(plain)) return true;
    const stem = stemOf(text, language);
    return stems.has(stem) || parts.has(stem) || isDerived(plain, language);
  });
}

function functionWordBySound(plain: string, language: Language): string | undefined {
  const { senses } = lexicon().vocabularyOf(language);
  for (const spelling of spellingsOf(plain, language))
    if (STOP_WORDS.get(language)?.has(spelling) || senses.get(spelling)?.every(isScope)) return spelling;
  return undefined;
}

function isPhrase(firsts: readonly string[], seconds: readonly string[], language: Language): boolean {
  const { senses } = lexicon().vocabularyOf(language);
  return firsts.some((one) => seconds.some((other) => senses.has(`${one} ${other}`)));
}

/** What says how the words beside it are meant: "nothing", "without", "only". */
const FUNCTION_WORDS: Words = {
  name: "function words",
  shortest: SHORTEST,
  slipsOfKeys: true,
  *in(language) {
    const { singles, senses } = lexicon().vocabularyOf(language);
    for (const word of STOP_WORDS.get(language) ?? []) yield word;
    for (const word of singles) if (senses.get(word)?.every(isScope)) yield word;
  },
};

const PARTS: Words = {
  name: "parts",
  shortest: SHORTEST,
  slipsOfKeys: true,
  in: (language) => lexicon().vocabularyOf(language).parts,
};
