import fc from "fast-check";
import { expect, test } from "vitest";
import { isOneLetterOff, meantBy } from "./typing-errors.ts";

const withoutOne = (word: string) => Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));

/** By trying every letter that each could lack. */
function isOneLetterOffByTrying(a: string, b: string): boolean {
  const forms = new Set([a, ...withoutOne(a)]);
  return [b, ...withoutOne(b)].some((form) => forms.has(form));
}

test("words are one letter off exactly if they are the same without one letter of each", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneLetterOff(a, b)).toBe(isOneLetterOffByTrying(a, b));
    }),
    { seed: 98, numRuns: 2_000 },
  );
});

test.each([
  ["an extra letter", "traveel"],
  ["a missing letter", "travl"],
  ["letters in each other's place", "travle"],
])("%s does not hide a word", (_, written) => {
  expect(meantBy(written, "en")).toBe("travel");
});

test("a word with another first letter is another word", () => {
  expect(meantBy("gravel", "en")).not.toBe("travel");
});
