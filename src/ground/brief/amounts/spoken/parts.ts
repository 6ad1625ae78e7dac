import type { Token } from "../../words.ts";

/** Between a number, or its euros, and a half. */
const WITH: ReadonlySet<string> = new Set(["con", "y", "e", "et", "und", "en", "and", "i"]);
const HALF: ReadonlySet<string> = new Set(
  "half halbe halben demi demie medio media mezzo meio meia halve pol".split(" "),
);
/** "And *a* half", "en *een* halve". */
const ARTICLES: ReadonlySet<string> = new Set(["a", "een", "un"]);
/** "Zwölf Komma fünf", "doce con cincuenta". */
const POINTS: ReadonlySet<string> = new Set([
  "point",
  "komma",
  "virgule",
  "coma",
  "virgola",
  "virgula",
  "przecinek",
  "con",
]);
/** The notes that English has names of its own for, in pounds. */
const NOTES: ReadonlyMap<string, string> = new Map([
  ["fiver", "5"],
  ["tenner", "10"],
]);
const WHOLE = /^\d{1,4}$/;

/** The same tokens, but that the parts of a number are in digits as well: "doze euros e meio", "zwölf Komma fünf", "a tenner". */
export function withParts(tokens: readonly Token[]): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const note = ARTICLES.has(token.plain) ? NOTES.get(tokens[at + 1]?.plain ?? "") : undefined;
    const found = token.kind === "number" && WHOLE.test(token.text) ? partAt(at + 1, tokens) : undefined;
    if (note !== undefined) read.push(numberOf(token, note));
    else if (found) {
      read.push({ ...numberOf(token, `${token.text}.${found.digits}`), end: tokens[found.last]?.end ?? token.end });
      at = found.last;
    } else if (isHalfOfMoney(at, read, tokens)) read.push(numberOf(token, "50"));
    else read.push(token);
  }
  return read;
}

function numberOf(token: Token, text: string): Token {
  return { ...token, kind: "number", text, plain: text };
}

interface Part {
  readonly digits: string;
  /** The last of its tokens. */
  readonly last: number;
}

/** Right behind a number. */
function partAt(at: number, tokens: readonly Token[]): Part | undefined {
  const joint = tokens[at]?.plain ?? "";
  const next = tokens[at + 1];
  if (POINTS.has(joint) && next?.kind === "number" && /^\d{1,2}$/.test(next.text))
    return { digits: next.text, last: at + 1 };
  if (!WITH.has(joint)) return undefined;
  const last = ARTICLES.has(next?.plain ?? "") ? at + 2 : at + 1;
  return HALF.has(tokens[last]?.plain ?? "") ? { digits: "5", last } : undefined;
}

/** "Doce euros y medio": a number, its currency and an "and" stand before it. */
function isHalfOfMoney(at: number, read: readonly Token[], tokens: readonly Token[]): boolean {
  const [number, , joint] = read.slice(-3);
  return (
    HALF.has(tokens[at]?.plain ?? "") &&
    WITH.has(joint?.plain ?? "") &&
    number?.kind === "number" &&
    WHOLE.test(number.text)
  );
}
