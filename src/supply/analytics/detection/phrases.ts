/** Latin words in the form in which they are compared: no accents, lower case, apostrophes as spaces. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll(/['’‘ʼ`´]/g, " ");
}

export interface FoldedText {
  readonly text: string;
  readonly tokens: readonly string[];
}

export function readText(raw: string): FoldedText {
  const text = folded(raw);
  return { text, tokens: text.match(/[\p{L}\p{N}]+/gu) ?? [] };
}

/** Finds phrases in a text. The time it takes depends only on the length of the text. */
export type PhraseFinder = (text: FoldedText) => boolean;

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** How many words before a phrase a negator can be. */
const REACH = 2;

interface TokenPhrase {
  readonly words: readonly string[];
  /** Whether the last word is only a prefix. */
  readonly open: boolean;
}

/**
 * A phrase is a sequence of words, the last of which may be a prefix (`discount*`). Japanese and Chinese phrases match
 * anywhere.
 */
export function phraseFinder(phrases: readonly string[], negators: readonly string[] = []): PhraseFinder {
  const substrings = phrases.filter((phrase) => NO_SPACES.test(phrase)).map(folded);
  const spaced = phrases.filter((phrase) => !NO_SPACES.test(phrase)).map(tokenPhrase);
  const byFirst = Map.groupBy(
    spaced.filter(({ words, open }) => words.length > 1 || !open),
    ({ words }) => words[0],
  );
  const openWords = spaced.filter(({ words, open }) => words.length === 1 && open).map(({ words }) => words[0] ?? "");
  const takesBack = new Set(negators.map(folded));
  return ({ text, tokens }) =>
    substrings.some((one) => text.includes(one)) ||
    tokens.some((token, at) => {
      const begins =
        openWords.some((word) => token.startsWith(word)) ||
        byFirst.get(token)?.some((phrase) => matchesAt(phrase, tokens, at));
      return begins && !tokens.slice(Math.max(0, at - REACH), at).some((word) => takesBack.has(word));
    });
}

function tokenPhrase(phrase: string): TokenPhrase {
  return { words: readText(phrase).tokens, open: phrase.endsWith("*") };
}

function matchesAt({ words, open }: TokenPhrase, tokens: readonly string[], at: number): boolean {
  return words.every((word, index) => {
    const token = tokens[at + index];
    return open && index === words.length - 1 ? token?.startsWith(word) : token === word;
  });
}
