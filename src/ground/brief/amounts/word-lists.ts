import { plainOf } from "../words.ts";

/** Words and phrases, a line for each language in the order of the lexicon. What ends in a star is the beginning of a word. */
export function listed(words: string): readonly string[] {
  return words
    .trim()
    .split(/,\s|\n/)
    .map(plainly);
}

/** As the lists are written: in lower case, without accents. */
export function plainly(text: string): string {
  return plainOf(text.replaceAll("’", "'").toLowerCase());
}

const LETTER = /\p{L}/u;
const SCRIPT_WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** Arabic writes its "and", its "so" and its "with" with the word behind them. */
const JOINED = /[وفب]/u;

/** Whether a plain text has one of these words. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => placeOf(word, text) >= 0);
}

/** Where a plain text has a word, as a whole word where the script has words; -1 if nowhere. */
export function placeOf(listedWord: string, text: string): number {
  const isBeginning = listedWord.endsWith("*");
  const word = isBeginning ? listedWord.slice(0, -1) : listedWord;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (SCRIPT_WITHOUT_SPACES.test(word)) return at;
    if (beginsWord(at, text) && (isBeginning || !LETTER.test(text[at + word.length] ?? ""))) return at;
  }
  return -1;
}

function beginsWord(at: number, text: string): boolean {
  const before = text[at - 1] ?? "";
  return !LETTER.test(before) || (JOINED.test(before) && !LETTER.test(text[at - 2] ?? ""));
}
