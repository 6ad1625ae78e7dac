import type { Token } from "./words.ts";

const DIGITS = "〇一二三四五六七八九";
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const MYRIAD = 10_000;
const NUMBER = /[〇一二三四五六七八九十百千万]+/g;

/** 千五百 is 1500, and 一二〇〇 is 1200. */
function kanjiNumberIn(written: string): number {
  if (Array.from(written).every((sign) => DIGITS.includes(sign)))
    return Number(
      Array.from(written)
        .map((sign) => DIGITS.indexOf(sign))
        .join(""),
    );
  let [all, group, digit] = [0, 0, 0];
  for (const sign of written) {
    if (sign === "万") {
      all += (group + digit || 1) * MYRIAD;
      [group, digit] = [0, 0];
    } else if (sign in PLACES) {
      group += (digit || 1) * (PLACES[sign] ?? 1);
      digit = 0;
    } else digit = DIGITS.indexOf(sign);
  }
  return all + group + digit;
}

/** A run of Japanese, with the numbers in it as tokens of their own; behind digits they only scale these. */
export function withKanjiNumbers(token: Token, before: Token | undefined): Token[] {
  const pieces: Token[] = [];
  let from = 0;
  const cut = (kind: "japanese" | "number", to: number, text: string) => {
    if (to > from) pieces.push({ kind, text, plain: text, start: token.start + from, end: token.start + to });
    from = to;
  };
  for (const { 0: written, index } of token.text.matchAll(NUMBER)) {
    if (index === 0 && before?.kind === "number" && before.end === token.start) continue;
    cut("japanese", index, token.text.slice(from, index));
    cut("number", index + written.length, String(kanjiNumberIn(written)));
  }
  cut("japanese", token.text.length, token.text.slice(from));
  return pieces;
}
