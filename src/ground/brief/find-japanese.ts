import { lexicon } from "./lexicon/lexicon.ts";
import { CERTAINTY, isScope, type Mention } from "./mention.ts";
import type { Token } from "./words.ts";

/** No word of the lexicon is longer. */
const LONGEST = 14;

/** The content of a run of Japanese: at each character the longest word that begins there. */
export function findJapanese(token: Token, index: number): { content: Mention[]; scope: Mention[] } {
  const content: Mention[] = [];
  const scope: Mention[] = [];
  let contentUntil = 0;
  let scopeUntil = 0;
  for (let at = 0; at < token.text.length; at++) {
    const [said, little] = [wordAt(token.text, at, false), wordAt(token.text, at, true)];
    const isPart = said && (isWithin(token.text, at, said.length, contentUntil) || isOfLanguage(token.text, at, said));
    const telling = isPart ? undefined : said;
    if (little && at >= scopeUntil) {
      scopeUntil = at + little.length;
      scope.push(mentionOf(token, index, at, little));
    }
    // ただし is no だし.
    const isInLittle =
      telling &&
      at + telling.length <= scopeUntil &&
      telling.length < (scope.at(-1)?.end ?? 0) - (scope.at(-1)?.start ?? 0);
    if (telling && at >= contentUntil && !isInLittle) {
      contentUntil = at + telling.length;
      content.push(mentionOf(token, index, at, telling));
    }
  }
  return { content, scope };
}

const KATAKANA = /[\p{Script=Katakana}ー]/u;

/** Words are not found inside a longer word written in katakana: ロト in ゼロトラスト. */
function isWithin(text: string, at: number, length: number, knownUntil: number): boolean {
  const isKatakana = (index: number) => KATAKANA.test(text.charAt(index));
  if (!isKatakana(at) || !isKatakana(at + length - 1)) return false;
  return at !== knownUntil && isKatakana(at - 1) && isKatakana(at + length);
}

/** 中国語 is a language, and names no country. */
function isOfLanguage(text: string, at: number, { senses, length }: Word): boolean {
  return text.charAt(at + length) === "語" && senses.some(({ kind }) => kind === "country");
}

type Word = NonNullable<ReturnType<typeof wordAt>>;

function wordAt(text: string, at: number, little: boolean) {
  const vocabulary = lexicon().vocabularyOf("ja");
  const most = Math.min(LONGEST, vocabulary.longest.get(text.charAt(at)) ?? 0, text.length - at);
  for (let length = most; length > 0; length--) {
    const senses = (vocabulary.senses.get(text.slice(at, at + length)) ?? []).filter((one) => isScope(one) === little);
    if (senses.length > 0) return { senses, length };
  }
  return undefined;
}

function mentionOf({ start }: Token, index: number, at: number, { senses, length }: Word): Mention {
  // A single character is part of many words.
  const certainty = length === 1 ? CERTAINTY.typingError : CERTAINTY.word;
  return { start: start + at, end: start + at + length, from: index, to: index + 1, senses, certainty };
}
