import { readFileSync } from "node:fs";
import { join } from "node:path";
import { plainOf, tokensOf } from "../brief/index.ts";
import { lazily } from "../caches/index.ts";

/** What a phrase of a refinement does, by `refining-words.txt`. */
export type Role =
  | "adds"
  | "allows"
  | "replaces"
  | "rather"
  | "exchanges"
  | "restricts"
  | "keeps"
  | "lifts-price"
  | "lifts-budget"
  | "lifts-place"
  | "lifts-medium"
  | "lifts-seller"
  | "lifts-topic"
  | "lifts-audience"
  | "lifts-language"
  | "lifts-all"
  | "restarts"
  | "drops"
  | "unlike"
  | "like"
  | "last"
  | "numbered"
  | "only"
  | "ceilings"
  | "limits"
  | "strongest"
  | "tops"
  | "cheapest"
  | "uncut"
  | "unsorted"
  | "opens"
  | "chatter"
  | "undo"
  | "reset";

/** A stretch of a text, in characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a phrase stands, by its tokens as well. */
export interface Place extends Span {
  readonly from: number;
  readonly to: number;
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Phrase {
  readonly role: Role;
  readonly words: readonly string[];
}

/** By their first words; those of Japanese, which has no words between blanks, by themselves. */
const phrases = lazily(() => {
  const spaced = new Map<string, Phrase[]>();
  const japanese: { readonly role: Role; readonly text: string }[] = [];
  for (const line of readFileSync(join(import.meta.dirname, "refining-words.txt"), "utf8").split("\n")) {
    const [role = "", columns] = line.split(" : ");
    if (line.startsWith("#") || columns === undefined) continue;
    for (const text of columns.split(/[|,]/).map((phrase) => phrase.trim())) {
      if (JAPANESE.test(text)) japanese.push({ role: role as Role, text });
      const words = JAPANESE.test(text) ? [] : wordsOf(text);
      const [first] = words;
      if (first !== undefined) spaced.set(first, [...(spaced.get(first) ?? []), { role: role as Role, words }]);
    }
  }
  return { spaced, japanese };
});

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s'’]+/)
    .filter(Boolean)
    .map(plainOf);
}

/** What a refinement says, by what it does, in the order of the text. */
export type Said = ReadonlyMap<Role, readonly Place[]>;

export function phrasesIn(text: string): Said {
  const tokens = tokensOf(text);
  const said = new Map<Role, Place[]>();
  const add = (role: Role, place: Place) => said.set(role, [...(said.get(role) ?? []), place]);
  tokens.forEach((token, from) => {
    if (token.kind === "japanese") {
      for (const { role, text: phrase } of phrases().japanese) {
        const at = token.text.indexOf(phrase);
        const start = token.start + at;
        if (at >= 0) add(role, { from, to: from + 1, start, end: start + phrase.length });
      }
      return;
    }
    for (const { role, words } of phrases().spaced.get(token.plain) ?? []) {
      const last = tokens[from + words.length - 1];
      if (!last || !words.every((word, index) => tokens[from + index]?.plain === word)) continue;
      add(role, { from, to: from + words.length, start: token.start, end: last.end });
    }
  });
  return said;
}

/** Whether the whole of a text is one phrase of this role, but for politeness. */
export function isWholly(text: string, said: Said, role: Role): boolean {
  const covered = new Set<number>();
  for (const one of [...(said.get(role) ?? []), ...(said.get("chatter") ?? [])])
    for (let at = one.from; at < one.to; at++) covered.add(at);
  const words = tokensOf(text).flatMap((token, index) => (token.kind === "break" ? [] : [{ token, index }]));
  return (
    said.has(role) &&
    words.every(({ token, index }) => (token.kind === "japanese" ? isAll(token.text, role) : covered.has(index)))
  );
}

function isAll(text: string, role: Role): boolean {
  return phrases().japanese.some((one) => one.role === role && one.text === text);
}
