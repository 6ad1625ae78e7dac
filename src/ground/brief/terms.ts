import { lazily } from "../caches/index.ts";
import { type Language, STOP_WORDS, stemOf } from "./languages.ts";
import type { Mention } from "./mention.ts";
import { has, type Mentions } from "./mention.ts";
import type { Polarity } from "./polarity/polarity.ts";
import type { Token } from "./words.ts";

/** A word that is matched by its letters. */
export interface Term {
  readonly stem: string;
  /** As the text has it. */
  readonly word: string;
  /** It is in the lexicon: its meaning is matched as well. */
  readonly isKnown: boolean;
  /** An unknown word under a negation: the brief does not want it. */
  readonly isRefused: boolean;
}

const SHORTEST = 3;
const segmenter = lazily(() => new Intl.Segmenter("ja", { granularity: "word" }));
/** Words that consist of kana are mostly grammatical. */
const JAPANESE_WORD = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** The distinctive words of a text, each once, by the stem in the text's own language; excluded ones are left out. */
export function termsOf(tokens: readonly Token[], mentions: Mentions, { stances, refusedAt }: Polarity): Term[] {
  const language = mentions.languages[0] ?? "en";
  // What a derived word stands for is broader than the word, which still distinguishes products.
  const known = mentions.content.filter(({ senses }) => !senses.some(({ isDerived }) => isDerived));
  const covered = new Map(known.flatMap((one) => range(one).map((index) => [index, one] as const)));
  const little = new Set(mentions.scope.flatMap(range));
  const terms = new Map<string, Term>();
  tokens.forEach((token, index) => {
    const mention = covered.get(index);
    if (token.kind === "japanese") {
      for (const word of wordsIn(token.text)) add(word, word, { isKnown: mention !== undefined, isRefused: false });
    } else if (token.kind === "word" && !(mention && stances.get(mention)?.negated)) {
      if (!mention && (little.has(index) || isLittle(token.plain, mentions.languages))) return;
      if (mention && (mention.isReplaced || isPlaceOrChannel(mention))) return;
      if (token.plain.length >= SHORTEST) {
        const isRefused = !mention && refusedAt.has(index);
        add(stemOf(token.text, language), token.text, { isKnown: mention !== undefined, isRefused });
      }
    }
  });
  return [...terms.values()];

  function add(stem: string, word: string, how: Pick<Term, "isKnown" | "isRefused">): void {
    if (!terms.has(stem)) terms.set(stem, { stem, word, ...how });
  }
}

function range({ from, to }: Mention): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function isLittle(plain: string, languages: readonly Language[]): boolean {
  return [...languages, "en" as const].some((language) => STOP_WORDS.get(language)?.has(plain));
}

function isPlaceOrChannel(mention: Mention): boolean {
  return (
    has(mention, "channel") ||
    has(mention, "country") ||
    has(mention, "region") ||
    has(mention, "language") ||
    has(mention, "property")
  );
}

function wordsIn(text: string): string[] {
  const words = [...segmenter().segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return words.filter((word) => word.length > 1 && JAPANESE_WORD.test(word) && !STOP_WORDS.get("ja")?.has(word));
}
