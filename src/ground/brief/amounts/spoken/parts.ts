import type { Token } from "../../words.ts";

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
const ARTICLES: ReadonlySet<string> = new Set(["a", "een", "un"]);
/** The notes that English has names of its own for, in pounds. */
const NOTES: ReadonlyMap<string, string> = new Map([
  ["fiver", "5"],
  ["tenner", "10"],
]);
const WHOLE = /^\d{1,4}$/;

/** The same tokens, but that what stands behind a spoken decimal point, and a note, are in digits as well: "zwölf Komma fünf", "a tenner". */
export function withParts(tokens: readonly Token[]): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const note = ARTICLES.has(token.plain) ? NOTES.get(tokens[at + 1]?.plain ?? "") : undefined;
    const digits = token.kind === "number" && WHOLE.test(token.text) ? digitsBehind(at, tokens) : undefined;
    if (note !== undefined) read.push(numberOf(token, note));
    else if (digits) {
      read.push({ ...numberOf(token, `${token.text}.${digits.text}`), end: digits.end });
      at += 2;
    } else read.push(token);
  }
  return read;
}

function numberOf(token: Token, text: string): Token {
  return { ...token, kind: "number", text, plain: text };
}

/** Behind a number and its point. */
function digitsBehind(at: number, tokens: readonly Token[]): Token | undefined {
  const next = tokens[at + 2];
  if (!POINTS.has(tokens[at + 1]?.plain ?? "")) return undefined;
  return next?.kind === "number" && /^\d{1,2}$/.test(next.text) ? next : undefined;
}
