const ARTICLES: ReadonlySet<string> = new Set(["uno", "un", "una", "um", "uma"]);
const ONE: ReadonlySet<string> = new Set(["one", "jeden", "jednego"]);

/** "Treinta y un", and "twenty-one" without an "and": elsewhere most of them are articles. */
export function isOneBehindTens(word: string, isJoined: boolean): boolean {
  return (isJoined ? ARTICLES : ONE).has(word);
}
