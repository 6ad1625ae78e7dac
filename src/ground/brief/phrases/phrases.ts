import { type Language, stemOf } from "../languages.ts";
import type { Sense, Vocabulary } from "../lexicon/lexicon.ts";
import { isLongEnough } from "../lexicon/lexicon-texts.ts";
import { lettersOf } from "../lexicon/umlaut-pairs.ts";
import { isScope } from "../mention.ts";
import { withoutArticle } from "../stems/stem-arabic.ts";
import type { Token } from "../words.ts";
import { PARTICLES } from "./particles.ts";

/** No phrase of the lexicon is longer. */
const LONGEST_PHRASE = 9;
/** So many adverbs may stand between its words. */
const MOST_PARTICLES = 3;

interface Phrase {
  readonly senses: readonly Sense[];
  /** In tokens. */
  readonly length: number;
}

/** All phrases of a vocabulary that begin at a token; of those that change what stands beside them also with adverbs between. */
export function* phrasesAt(
  index: number,
  tokens: readonly Token[],
  language: Language,
  vocabulary: Vocabulary,
  isForeign: boolean,
): Generator<Phrase> {
  const first = tokens[index];
  if (!first) return;
  const { longest } = vocabulary;
  // A foreign word's stem by English rules is no word.
  const stemIn = (token: Token) => (isForeign ? token.plain : tellingStemOf(token, language));
  const bareIn = ({ plain }: Token) => (language === "ar" ? withoutArticle(plain) : plain);
  const begun = [first.plain, stemIn(first), bareIn(first), withoutAnd(first.plain)];
  const most = Math.min(LONGEST_PHRASE, Math.max(...begun.map((word) => longest.get(word) ?? 1)));
  const run = wordsFrom(index, tokens, most);
  yield* spelt(run);
  if (most === 1 || isForeign) return;
  const particles = PARTICLES[language];
  const long = wordsFrom(index, tokens, most + MOST_PARTICLES);
  const kept = long.filter(({ plain }, at) => at === 0 || !particles?.has(plain)).slice(0, most);
  if (kept.length === long.length || kept.length === 1) return;
  for (const { senses, length } of spelt(kept)) {
    const last = kept[length - 1];
    const whole = last ? long.indexOf(last) + 1 : 0;
    const little = senses.filter(isScope);
    if (whole > length && little.length > 0) yield { senses: little, length: whole };
  }

  function* spelt(words: readonly Token[]): Generator<Phrase> {
    let [written, stemmed, bare, apart] = ["", "", "", ""];
    for (const [at, token] of words.entries()) {
      const gap = at === 0 ? "" : " ";
      written += gap + token.plain;
      stemmed += gap + stemIn(token);
      bare += gap + bareIn(token);
      apart += gap + (at === 0 ? withoutAnd(token.plain) : token.plain);
      const exact = at === 0 ? sensesOf(token, language, vocabulary) : vocabulary.senses.get(written);
      const inflected = () =>
        joinedWord(apart === written ? undefined : vocabulary.senses.get(apart)) ??
        vocabulary.stems.get(stemmed) ??
        vocabulary.senses.get(bare) ??
        (at > 0 ? vocabulary.senses.get(apart) : undefined);
      const bent = exact || isForeign ? undefined : inflected();
      const isItself = bent !== undefined && at === 0 && vocabulary.known.has(written);
      const found = exact ?? (isItself ? undefined : bent);
      if (found && !(at > 0 && isShare(index + at, tokens))) yield { senses: found, length: at + 1 };
    }
  }
}

/** By its letters. French "fermé" is no farm: an accent makes another word of it. */
function sensesOf(
  { text, plain }: Token,
  language: Language,
  { senses, known }: Vocabulary,
): readonly Sense[] | undefined {
  return text !== plain && known.has(text) ? undefined : senses.get(lettersOf(text, plain, language));
}

/** "Household income top 40%" is no chart of music. */
function isShare(index: number, tokens: readonly Token[]): boolean {
  return tokens[index]?.kind === "number" && tokens[index + 1]?.text === "%";
}

/** "وتونس" is "and Tunisia"; its stem is that of the word for Tunisians too. "وبدون" is "and without". */
function joinedWord(senses: readonly Sense[] | undefined): readonly Sense[] | undefined {
  const isPlace = senses?.every(({ kind, isHint }) => (kind === "country" || kind === "city") && !isHint);
  return isPlace || senses?.some(({ kind, id }) => kind === "scope" && id === "negator") ? senses : undefined;
}

/** Arabic joins "and" to the next word: ونشرات بريدية. */
function withoutAnd(plain: string): string {
  return /^و\p{L}{3}/u.test(plain) ? plain.slice(1) : plain;
}

/** As many words and numbers as follow one another without a break. */
function wordsFrom(index: number, tokens: readonly Token[], most: number): readonly Token[] {
  const words = tokens.slice(index, index + most);
  const end = words.findIndex(({ kind }) => kind !== "word" && kind !== "number");
  return end < 0 ? words : words.slice(0, end);
}

/** A stem that is only a fragment of its word has no meaning: the word itself has. */
function tellingStemOf({ text, plain }: Token, language: Language): string {
  const stem = stemOf(text, language);
  return isLongEnough(plain, stem) ? stem : plain;
}
