import { isDerived } from "../derived/derived-words.ts";
import { type Language, STOP_WORDS, stemOf } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { isScope } from "../mention.ts";
import { onceEach } from "../once-each.ts";
import type { Token } from "../words.ts";
import { isNextKey, isNoExchange, meantBy, type Words } from "./typing-errors.ts";

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** From here on a word of a phrase is itself, whatever stands beside it. */
const LONG = 6;

/** From this many errors on a text was typed in haste. */
const HASTY = 2;

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
  const meantOnce = onceEach((token) => (isWord(token, languages) ? undefined : functionWordMeant(token, first)));
  const partsOnce = onceEach((token) => (isWord(token, languages) ? undefined : partMeant(token, first)));
  const isLongEnough = ({ kind, plain }: Token) => kind === "word" && plain.length >= SHORTEST;
  const written = tokens.map((token) => {
    const meant = isLongEnough(token) ? meantOnce(token) : undefined;
    return meant === undefined ? token : mended(token, meant);
  });
  const parts = written.map((token) => (!token.isMended && isLongEnough(token) ? partsOnce(token) : undefined));
  const spellingsAt = (index: number) =>
    written[index]?.kind === "word" ? [written[index].plain, parts[index]].filter((one) => one !== undefined) : [];
  let slips = written.filter(({ isMended }) => isMended).length;
  const mendedTokens = written.map((token, index) => {
    const part = parts[index];
    if (part === undefined) return token;
    const isSure = token.plain.length >= LONG && !lexicon().vocabularyOf(first).senses.has(part);
    if (isSure) return mended(token, part);
    const isOfPhrase = isPhrase(spellingsAt(index - 1), [part], first) || isPhrase([part], spellingsAt(index + 1), first);
    if (!isOfPhrase || !isSlip(token.plain, part)) return token;
    slips++;
    return mended(token, part);
  });
  return { tokens: mendedTokens, isHasty: slips >= HASTY };
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

function functionWordMeant({ plain }: Token, language: Language): string | undefined {
  const meant = meantBy(plain, language, FUNCTION_WORDS);
  return meant !== undefined && isSlip(plain, meant) ? meant : undefined;
}

/**
 * Whether letters are missing, too many or in each other's place. With another letter it is another word more often than
 * not, as French `éditons` and `évitons`, and what differs at the end only is another form or word, as `gegend` and `gegen`.
 */
function isSlip(word: string, other: string): boolean {
  if (isNextKey(word, other)) return word.at(-1) === other.at(-1);
  if (!isNoExchange(word, other)) return false;
  if (word.length === other.length) return word.at(-1) === other.at(-1) || word.at(-1) === other.at(-2);
  const shared = Math.min(word.length, other.length) - 1;
  return word.slice(0, shared) !== other.slice(0, shared);
}

function partMeant({ plain }: Token, language: Language): string | undefined {
  return meantBy(plain, language, PARTS);
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
