import type { Token } from "../words.ts";
import { numberIn } from "./written-amounts.ts";

const DIGITS = "〇一二三四五六七八九";
const DIGITS_ALONE = /^[〇一二三四五六七八九]+$/;
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000 };
const NUMBER = /[〇一二三四五六七八九十百千万億]+/g;

/** 千五百 is 1500, and 一二〇〇 is 1200. */
function kanjiNumberIn(written: string): number {
  if (DIGITS_ALONE.test(written)) return Number(written.replaceAll(/./g, (sign) => String(DIGITS.indexOf(sign))));
  let [all, group, digit] = [0, 0, 0];
  for (const sign of written) {
    if (sign in MYRIADS) {
      all += (group + digit || 1) * (MYRIADS[sign] ?? 1);
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

const SCALES = /^[十百千万億]+/u;
/** 「300万」 is a number and its scale, which is read as in other languages. */
const LONE_SCALE = /^(?:百?万|百)$/u;
const MIXED = /(?<digits>[\d.,]+)|(?<place>[十百千])|(?<myriad>[万億])/gu;

/** A number in digits and characters that begins at a token, and what is left of the last one: 「1億2000万」, 「3千万」. */
export function mixedNumberAt(
  index: number,
  tokens: readonly Token[],
): { token: Token; rest?: Token; last: number } | undefined {
  const first = tokens[index];
  if (first?.kind !== "number") return undefined;
  let [written, last, end] = [first.text, index, first.end];
  let rest: Token | undefined;
  for (let at = index + 1; tokens[at]?.start === end; at++) {
    const next = tokens[at];
    const scales = next?.kind === "japanese" ? (SCALES.exec(next.text)?.[0] ?? "") : "";
    if (!next || (next.kind !== "number" && scales === "")) break;
    [written, last, end] = [written + (scales || next.text), at, next.start + (scales || next.text).length];
    const left = next.text.slice((scales || next.text).length);
    if (left === "") continue;
    rest = { ...next, text: left, plain: left, start: end };
    break;
  }
  const scale = written.slice(first.text.length);
  if (scale === "" || LONE_SCALE.test(scale)) return undefined;
  const text = String(Math.round(mixedNumberIn(written)));
  return { token: { ...first, text, plain: text, end }, last, ...(rest && { rest }) };
}

function mixedNumberIn(written: string): number {
  let [all, group, digits] = [0, 0, 0];
  for (const { groups } of written.matchAll(MIXED)) {
    const { digits: figures, place, myriad } = groups ?? {};
    if (figures) digits = numberIn(figures);
    else if (place) [group, digits] = [group + (digits || 1) * (PLACES[place] ?? 1), 0];
    else if (myriad) [all, group, digits] = [all + (group + digits || 1) * (MYRIADS[myriad] ?? 1), 0, 0];
  }
  return all + group + digits;
}
