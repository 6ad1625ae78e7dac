import { lineOf } from "../lexicon/lexicon.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

/** A flag is two letters of an alphabet of its own. */
const FLAG = /^[\u{1F1E6}-\u{1F1FF}]{2}$/u;
const FIRST_LETTER = 0x1f1e6;
const CAPITAL_A = 65;

/** What Japanese newspapers call countries by one character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  日: "JP",
  米: "US",
  英: "GB",
  独: "DE",
  仏: "FR",
  伊: "IT",
  西: "ES",
  韓: "KR",
  中: "CN",
  加: "CA",
  豪: "AU",
  印: "IN",
  蘭: "NL",
  欧: "europe",
};
/** 「独仏伊の」, 「日米市場」: one behind the other, and part of no other word, such as 「日中」, in daytime, or 「西日」, the evening sun. */
const RUN =
  /(?<!\p{Script=Han})(?:[米英独仏伊韓加豪蘭][日米英独仏伊韓加豪印蘭欧]|日[米英独仏伊韓加豪蘭欧]|[日米英独仏伊西韓中加豪印蘭欧]{3,6})(?=市場|両国|各国|三国|間|向け|で|の|に|と|を|が|は|、|。|\P{Script=Han}|$)(?!語|バイリンガル|翻訳|対訳|辞|会話)/gu;
/** 「在日ベトナム人」: where they live. */
const LIVING_THERE = /在[日米英独仏伊韓中加豪](?!外国)(?=[\p{Script=Han}\p{Script=Katakana}ー]{2,12}人)/gu;
/** 「独・仏・伊」 */
const LISTED =
  /(?<!\p{Script=Han})[日米英独仏伊西韓中加豪印蘭欧](?:[・、/／][日米英独仏伊西韓中加豪印蘭欧]){1,6}(?!\p{Script=Han})/gu;

/** "Market 🇩🇪", 「英米のポッドキャスト」: countries by a sign. */
export function withSigns(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const found = [...flagsIn(text, tokens, mentions), ...charactersIn(text, tokens)];
  if (found.length === 0) return mentions;
  const isKept = ({ start, end }: Mention) => !found.some((one) => start < one.end && end > one.start);
  return {
    ...mentions,
    scope: mentions.scope.filter(isKept),
    content: [...mentions.content.filter(isKept), ...found].sort((a, b) => a.start - b.start),
  };
}

/** "English 🇬🇧" is the language. */
function flagsIn(text: string, tokens: readonly Token[], { content }: Mentions): Mention[] {
  return tokens.flatMap(({ kind, start, end }, index) => {
    const flag = text.slice(start, end);
    if (kind !== "sign" || !FLAG.test(flag)) return [];
    const code = String.fromCodePoint(
      ...Array.from(flag, (one) => (one.codePointAt(0) ?? 0) - FIRST_LETTER + CAPITAL_A),
    );
    const isOfLanguage = content.some((one) => has(one, "language") && (one.to === index || one.from === index + 1));
    return lineOf("country", code) && !isOfLanguage ? [mentionOf(code, start, end, index)] : [];
  });
}

function charactersIn(text: string, tokens: readonly Token[]): Mention[] {
  if (!tokens.some(({ kind }) => kind === "japanese")) return [];
  return [...text.matchAll(RUN), ...text.matchAll(LISTED), ...text.matchAll(LIVING_THERE)].flatMap(
    ({ index, 0: run }) =>
      Array.from(run).flatMap((sign, at) => {
        const code = CHARACTERS[sign];
        const start = index + at;
        const token = tokens.findIndex((one) => one.start <= start && one.end > start);
        return code === undefined || token < 0 ? [] : [mentionOf(code, start, start + 1, token)];
      }),
  );
}

function mentionOf(id: string, start: number, end: number, index: number): Mention {
  const senses = [{ kind: id === "europe" ? ("region" as const) : ("country" as const), id, isHint: false }];
  return { start, end, from: index, to: index + 1, senses, certainty: CERTAINTY.word };
}
