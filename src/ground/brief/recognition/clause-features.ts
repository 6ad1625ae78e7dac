import { FNV_OFFSET, FNV_PRIME, fnv1a, spread } from "../../hashing/fnv.ts";
import type { Token } from "../words.ts";

/** Features are numbered by their hash. */
export const ROOM = 2 ** 20;

/** A word, or a character of Japanese. */
export interface Unit {
  /** In characters of the text. */
  readonly start: number;
  readonly end: number;
  /** The token that it is, or is part of. */
  readonly token: number;
  /** The features of it and of up to three units before it, by how many units they span, as numbers below `ROOM`. */
  readonly features: readonly (readonly number[])[];
}

/** The parts of a text between its breaks. */
export function clausesOf(tokens: readonly Token[]): Unit[][] {
  const clauses: Unit[][] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]?.kind !== "break") continue;
    const units = unitsOf(tokens, from, at);
    if (units.length > 0) clauses.push(units);
    from = at + 1;
  }
  return clauses;
}

/** The words, whatever numbers are between them, and the characters of Japanese. */
export function unitsOf(tokens: readonly Token[], from: number, to: number): Unit[] {
  const units: Unit[] = [];
  const before: string[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind === "japanese") {
      units.push(...charactersOf(token, at));
      before.length = 0;
    }
    if (token?.kind !== "word") continue;
    units.push({ start: token.start, end: token.end, token: at, features: featuresOf(token.plain, before) });
    before.unshift(token.plain);
    before.length = Math.min(before.length, 2);
  }
  return units;
}

/** What an inflected word mostly begins with. */
const STEM = 5;
/** In characters, with a sign before the first and behind the last. */
const PIECES = { shortest: 3, longest: 5 } as const;
/** In characters of Japanese. */
const LONGEST_RUN = 4;

const [WORD, BEGINNING, PIECE, PAIR, BEGINNINGS, AROUND, RUN] = [
  "word",
  "stem",
  "piece",
  "pair",
  "pair of stems",
  "stems around",
  "run",
].map((template) => fnv1a(template, FNV_OFFSET)) as [number, number, number, number, number, number, number];

function featuresOf(word: string, [last, oneBefore]: readonly string[]): number[][] {
  const stem = word.slice(0, STEM);
  const alone = [numberOf(WORD, word), numberOf(BEGINNING, stem)];
  addPieces(`^${word}$`, alone);
  if (last === undefined) return [alone];
  const pair = [numberOf(PAIR, `${last} ${word}`), numberOf(BEGINNINGS, `${last.slice(0, STEM)} ${stem}`)];
  if (oneBefore === undefined) return [alone, pair];
  return [alone, pair, [numberOf(AROUND, `${oneBefore.slice(0, STEM)} ${stem}`)]];
}

/** A longer piece is hashed from the shorter one that it begins with. */
function addPieces(framed: string, features: number[]): void {
  for (let at = 0; at + PIECES.shortest <= framed.length; at++) {
    let hash = PIECE;
    for (let length = 1; length <= PIECES.longest && at + length <= framed.length; length++) {
      hash = Math.imul(hash ^ framed.charCodeAt(at + length - 1), FNV_PRIME);
      if (length >= PIECES.shortest) features.push(spread(hash) & (ROOM - 1));
    }
  }
}

function charactersOf({ text, start }: Token, token: number): Unit[] {
  return Array.from({ length: text.length }, (_, at) => ({
    start: start + at,
    end: start + at + 1,
    token,
    features: Array.from({ length: Math.min(LONGEST_RUN, at + 1) }, (_, longer) => [
      numberOf(RUN, text.slice(at - longer, at + 1)),
    ]),
  }));
}

function numberOf(seed: number, text: string): number {
  return spread(fnv1a(text, seed)) & (ROOM - 1);
}
