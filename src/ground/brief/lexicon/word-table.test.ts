import { expect, test } from "vitest";
import { LANGUAGES } from "../languages.ts";
import { lexicon } from "./lexicon.ts";
import { readTexts } from "./lexicon-texts.ts";
import { WordTable } from "./word-table.ts";

test("each word has a place of its own, at which it is written, and no other word has any", () => {
  const words = ["a", "ab", "b", "été", "ハイキング", "الخيل", "running shoes", ...numbered("word", 5_000)];
  const table = WordTable.of([...words, "a", "b"]);
  expect(table.size).toBe(words.length);
  expect(new Set(words.map((word) => table.placeOf(word))).size).toBe(words.length);
  const inOrder = [...table];
  expect(words.map((word) => inOrder[table.placeOf(word)])).toEqual(words);
  for (const other of ["", "aba", "word", "word5000", "ete", "running", ...numbered("other", 500)])
    expect(table.placeOf(other)).toBe(-1);
});

test("an empty table has no word", () => {
  expect(WordTable.of([]).placeOf("word")).toBe(-1);
});

test("every single word of the lexicon is found by its letters, and has the meaning of its line", () => {
  const { lines } = readTexts();
  for (const language of LANGUAGES.filter((one) => one !== "ja")) {
    const { senses, singles, parts, known } = lexicon().vocabularyOf(language);
    expect([...singles].filter((word) => !singles.has(word))).toEqual([]);
    expect([...parts].filter((word) => word.includes(" ") || !parts.has(word))).toEqual([]);
    const lost = [...lines.values()].flatMap(({ kind, id, wordsIn }) =>
      wordsIn(language)
        .map(({ text }) => text)
        .filter(
          (text) =>
            /^[a-z]+$/.test(text) &&
            !(kind === "known" ? known.has(text) : senses.get(text)?.some((one) => one.kind === kind && one.id === id)),
        ),
    );
    expect(lost).toEqual([]);
  }
});

function numbered(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, nth) => `${word}${nth}`);
}
