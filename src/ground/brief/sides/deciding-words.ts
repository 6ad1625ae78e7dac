import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../languages.ts";
import type { Span } from "../polarity/clause.ts";
import { type Token, tokensOf } from "../words.ts";

/**
 * What a word says of the name beside it: that it comes in, stays out, or is left open. "Not" turns the others round, and beside what is
 * unclear nothing is sure.
 */
type Side = "in" | "out" | "open" | "not" | "unclear";
/** What comes into a plan are media and markets; what ads are to be beside, or away from, are subjects. */
export type Choice = "plan" | "surroundings";

/** A word that decides, and where it stands. */
export interface Deciding extends Span {
  readonly side: Side;
}

/** Arabic joins "and" and "so" to the word. */
export const JOINED = /^[وف]\p{L}{2}/u;

/** The longest that begin at each place, and none that is a part of a name. */
export function decidingIn(
  tokens: readonly Token[],
  names: readonly Span[],
  { language, choice }: Wording,
): Deciding[] {
  const { sides, longest } = phrasesOf(language, choice);
  // "Bring in cinema": a name may begin with the end of what decides.
  const isFree = ({ start, end }: Span) =>
    !names.some((one) => one.start <= start && one.end > start && one.start < end);
  const found: Deciding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === "japanese") {
      found.push(...inJapanese(token, sides, longest).filter(isFree));
      continue;
    }
    for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
      const those = tokens.slice(at, at + length);
      const key = keyOf(those);
      const side = sides.get(key) ?? (JOINED.test(key) ? sides.get(key.slice(1)) : undefined);
      const one = side && { side, start: token?.start ?? 0, end: those.at(-1)?.end ?? 0 };
      if (!one || !isFree(one)) continue;
      found.push(one);
      at += length - 1;
      break;
    }
  }
  return found;
}

export interface Wording {
  readonly language: Language;
  readonly choice: Choice;
}

function inJapanese({ text, start }: Token, sides: Phrases["sides"], longest: number): Deciding[] {
  const found: Deciding[] = [];
  for (let at = 0; at < text.length; at++)
    for (let length = Math.min(longest, text.length - at); length > 0; length--) {
      const side = sides.get(text.slice(at, at + length));
      if (!side) continue;
      found.push({ side, start: start + at, end: start + at + length });
      at += length - 1;
      break;
    }
  return found;
}

interface Phrases {
  readonly sides: ReadonlyMap<string, Side>;
  /** In tokens, or in characters of Japanese. */
  readonly longest: number;
}

/** Read with the first brief that needs them. */
const read = new Map<string, Phrases>();

function phrasesOf(language: Language, choice: Choice): Phrases {
  const name = `${language} ${choice}`;
  const known = read.get(name);
  if (known) return known;
  const sides = new Map<string, Side>();
  let longest = 0;
  const text = readFileSync(join(import.meta.dirname, "words", `${language}.txt`), "utf8");
  for (const [heading = "", ...lines] of text.split(/\n\n/).map((part) => part.split("\n").filter(isNoRemark))) {
    const [of, side] = heading.split(" ");
    if (of !== choice && !isShared(side)) continue;
    for (const phrase of lines.join(" ").split(", ")) {
      const key = language === "ja" ? phrase : keyOf(tokensOf(phrase));
      sides.set(key, side as Side);
      longest = Math.max(longest, language === "ja" ? key.length : key.split(" ").length);
    }
  }
  const phrases = { sides, longest };
  read.set(name, phrases);
  return phrases;
}

function isNoRemark(line: string): boolean {
  return !line.startsWith("#");
}

/** What negates is the same for both. */
function isShared(side: string | undefined): boolean {
  return side === "not" || side === "unclear";
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ plain }) => plain).join(" ");
}
