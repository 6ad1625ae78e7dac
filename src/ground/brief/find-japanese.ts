import { derivedJapaneseAt } from "./derived/derived-words.ts";
import { lexicon, type Sense } from "./lexicon/lexicon.ts";
import { CERTAINTY, isScope, type Mention } from "./mention.ts";
import type { Token } from "./words.ts";

/** No word of the lexicon is longer. */
const LONGEST = 14;

/** The content of a run of Japanese: at each character the longest word that begins there. */
export function findJapanese(token: Token, index: number): { content: Mention[]; scope: Mention[] } {
  const content: Mention[] = [];
  const scope: Mention[] = [];
  const known = new Uint8Array(token.text.length);
  let contentUntil = 0;
  let scopeUntil = 0;
  for (let at = 0; at < token.text.length; at++) {
    const [said, little] = [wordAt(token.text, at, false), wordAt(token.text, at, true)];
    const isPart =
      said &&
      (isWithin(token.text, at, said.length, contentUntil) ||
        isOfLanguage(token.text, at, said) ||
        isOfWord(token.text, at, said));
    const telling = isPart ? undefined : said;
    if (little) known.fill(1, at, at + little.length);
    if (telling && telling.length > 1) known.fill(1, at, at + telling.length);
    // 国 in 中国 says nothing of countries.
    const isOfContent = little?.length === 1 && at < contentUntil && OF_NOUNS.has(token.text.charAt(at));
    if (little && at >= scopeUntil && !isOfContent) {
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
  const derived = derivedIn(token, index, known);
  // 車 in 観覧車.
  const isPart = ({ start, end }: Mention) =>
    end - start === 1 && derived.some((word) => word.start <= start && end <= word.end);
  return { content: [...content.filter((mention) => !isPart(mention)), ...derived], scope };
}

/** What the lexicon has words for is left to it; a single character of it is part of many words. */
function derivedIn(token: Token, index: number, known: Uint8Array): Mention[] {
  const { text } = token;
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    const next = known.indexOf(1, at);
    const found = derivedJapaneseAt(text, at, (next < 0 ? text.length : next) - at);
    if (!found || isPartOfWord(text, at, found.length)) continue;
    mentions.push({ ...mentionOf(token, index, at, found), certainty: CERTAINTY.derived });
    at += found.length - 1;
  }
  return mentions;
}

/** カニ in メカニック. */
function isPartOfWord(text: string, at: number, length: number): boolean {
  const isKatakana = (index: number) => KATAKANA.test(text.charAt(index));
  return (isKatakana(at) && isKatakana(at - 1)) || (isKatakana(at + length - 1) && isKatakana(at + length));
}

/** No word begins with these: `レジャー` does not begin with `レジ`. */
const NEVER_FIRST = /[ァィゥェォャュョッンー]/u;
/** Spellings and plurals of the same word: コンピュータ and コンピューター. */
const LAST = /[ーズ]/u;
const KATAKANA = /[\p{Script=Katakana}ー]/u;

/** Words are not found inside a longer word written in katakana: ロト in ゼロトラスト, スキー in スキーム. */
function isWithin(text: string, at: number, length: number, knownUntil: number): boolean {
  const isKatakana = (index: number) => KATAKANA.test(text.charAt(index));
  if (!isKatakana(at) || !isKatakana(at + length - 1)) return false;
  const next = at + length;
  const isLast = !isKatakana(next + 1);
  if (isKatakana(next) && !(isLast && LAST.test(text.charAt(next))) && (isLast || NEVER_FIRST.test(text.charAt(next))))
    return true;
  if (at !== knownUntil && isKatakana(at - 1) && !isKatakana(at - 2)) return true;
  return at !== knownUntil && isKatakana(at - 1) && isKatakana(at + length);
}

interface Word {
  readonly senses: readonly Sense[];
  readonly length: number;
}

const OF_NOUNS: ReadonlySet<string> = new Set("国元方");
/** 家 in 愛好家 and 本 in 本件 are parts of words, and so are these behind or before another such character. */
const BEHIND: ReadonlySet<string> = new Set("家本味死軍");
const BEFORE: ReadonlySet<string> = new Set("本味死軍親株紙鏡");
const HAN = /\p{Script=Han}/u;
const HAN_OR_KATAKANA = /[\p{Script=Han}\p{Script=Katakana}]/u;

function isOfWord(text: string, at: number, { length }: Word): boolean {
  const sign = text.charAt(at);
  if (length > 1) return false;
  return (
    (BEHIND.has(sign) && HAN.test(text.charAt(at - 1))) ||
    (BEFORE.has(sign) && HAN_OR_KATAKANA.test(text.charAt(at + 1)))
  );
}

/** 中国語 is a language, and names no country. */
function isOfLanguage(text: string, at: number, { senses, length }: Word): boolean {
  return text.charAt(at + length) === "語" && senses.some(({ kind }) => kind === "country");
}

function wordAt(text: string, at: number, little: boolean): Word | undefined {
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
