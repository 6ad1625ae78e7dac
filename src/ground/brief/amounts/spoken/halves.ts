import type { Language } from "../../languages.ts";
import type { Token } from "../../words.ts";
import { withNumbers } from "../number-words.ts";

/** "Cinco y medio", "four and a half", "cztery i pół", أربعة ونصف: what adds a half to the number before it, without accents. */
const HALVES: readonly (readonly string[])[] = [
  "and a half",
  "und ein halber",
  "und einen halben",
  "et demi",
  "et demie",
  "y medio",
  "y media",
  "e mezzo",
  "e mezza",
  "e meio",
  "e meia",
  "en een half",
  "en een halve",
  "i pol",
  "ونصف",
  "و نصف",
].map((phrase) => phrase.split(" "));
const FIRST_WORDS: ReadonlySet<string> = new Set(HALVES.map((words) => words[0] ?? ""));
/** "Viereinhalb", "vierenhalve": a number in front of it. */
const GLUED = /^(?<number>\p{L}{3,20}?)(?:einhalb|enhalve|enhalf)$/u;
const ONE_AND_A_HALF: ReadonlySet<string> = new Set(
  "anderthalb eineinhalb anderhalf anderhalve poltora poltorej".split(" "),
);
/** The Arabic dual of a currency is two of it. */
const DUAL = /^(?:دولارين|دينارين|درهمين|ريالين|جنيهين|دولاران|ديناران|درهمان|ريالان|جنيهان)$/u;
/** "Quatro euros e meio": between the number and its half. */
const CURRENCY =
  /^(?:euro?s?|eur|dollars?|dollari|dolar(?:es|ow)?|dolary|bucks?|pounds?|quid|pfund|libras?|livres?|sterline|reais|real|pesos?|soles|fran[ck](?:s|en|ow|i)?|franchi|francos?|zlot(?:e|y|ych|ys)|zl|kronen?|coronas?|coroane|دولار(?:ات|ا)?|يورو|درهم|دراهم|ريال(?:ات|ا)?|دينار|دنانير|جنيه(?:ات)?|[€$£])$/u;
/** A larger one is no price of a thousand contacts. */
const MOST = 1_000;

/** The same tokens, but that a number with a half behind it is one number. */
export function withHalves(tokens: readonly Token[], languages: readonly Language[]): Token[] {
  const read: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const number = token.kind === "word" ? wholeOf(token, languages) : undefined;
    if (number !== undefined) {
      read.push(asNumber(token, number, token.end));
      continue;
    }
    const half = token.kind === "number" ? halfBehind(index, tokens) : undefined;
    if (!half) {
      read.push(token);
      continue;
    }
    read.push(asNumber(token, Number(token.text) + HALF, half.from === index + 1 ? half.end : token.end));
    if (half.from === index + 1) index = half.to - 1;
  }
  return read;
}

const HALF = 0.5;
const TWO = 2;

function wholeOf(token: Token, languages: readonly Language[]): number | undefined {
  const { plain } = token;
  if (ONE_AND_A_HALF.has(plain)) return 1 + HALF;
  if (DUAL.test(plain)) return TWO;
  const number = GLUED.exec(plain)?.groups?.["number"];
  if (number === undefined) return undefined;
  const [whole] = withNumbers([{ ...token, text: number, plain: number }], languages);
  return whole?.kind === "number" ? Number(whole.text) + HALF : undefined;
}

function asNumber(token: Token, value: number, end: number): Token {
  return { ...token, kind: "number", text: String(value), plain: String(value), end };
}

/** Right behind the number, or behind its currency. */
function halfBehind(index: number, tokens: readonly Token[]): { from: number; to: number; end: number } | undefined {
  const value = Number(tokens[index]?.text);
  if (!Number.isInteger(value) || value >= MOST) return undefined;
  const isMoney = CURRENCY.test(tokens[index + 1]?.plain ?? "");
  const from = isMoney ? index + 2 : index + 1;
  if (!FIRST_WORDS.has(tokens[from]?.plain ?? "")) return undefined;
  const words = HALVES.find((half) => half.every((word, at) => tokens[from + at]?.plain === word));
  const last = words && tokens[from + words.length - 1];
  return last && { from, to: from + words.length, end: last.end };
}
