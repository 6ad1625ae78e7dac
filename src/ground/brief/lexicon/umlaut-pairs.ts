/** German words that only an umlaut tells from others: `Kuchen` are baked, and in `Küchen`. By their letters, how they are written with it. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["kuchen", "küchen"],
  ["burger", "bürger"],
]);

const UMLAUTS = /[äöü]/;

/** By what a German word is looked up: its letters, or the whole of it where an umlaut makes another word of them. */
export function lettersOf(text: string, plain: string): string {
  const written = PAIRS.get(plain);
  return written !== undefined && UMLAUTS.test(text) ? written : plain;
}

/** The same of a part of a compound: `Küchenkäufer`. */
export function lettersOfPart(part: string, whole: string): string {
  const written = PAIRS.get(part);
  return written !== undefined && whole.includes(written) ? written : part;
}
