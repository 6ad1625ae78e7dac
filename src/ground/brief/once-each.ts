import type { Token } from "./words.ts";

/** More words than this are not guessed at in one text: what nobody knows takes the longest to read. */
const MOST_GUESSED = 200;

/** Does the work once for each word. */
export function onceEach<R>(work: (token: Token) => R | undefined): (token: Token) => R | undefined {
  const known = new Map<string, R | undefined>();
  return (token) => {
    if (!known.has(token.text)) known.set(token.text, known.size < MOST_GUESSED ? work(token) : undefined);
    return known.get(token.text);
  };
}
