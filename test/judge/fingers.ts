/** How somebody types who makes mistakes, the same for the same seed. */
export interface Fingers {
  /** Letters are exchanged, missing, doubled, hit beside the right key, or lose their accent; never the first or the last. */
  slip(word: string): string;
  /** From 0 to 1. */
  random(): number;
}

/** The keys on either side of a letter's. */
const BESIDE: ReadonlyMap<string, string> = new Map(
  ["qwertyuiop", "asdfghjkl", "zxcvbnm"].flatMap((row) =>
    Array.from(row, (letter, at) => [letter, row.charAt(at - 1) + row.charAt(at + 1)] as const),
  ),
);

export function fingers(seed: number): Fingers {
  const random = randomly(seed);
  const pick = (from: string) => from.charAt(Math.floor(random() * from.length));
  const slip = (word: string) => {
    const letters = Array.from(word);
    if (letters.length < 4) return word;
    const at = 1 + Math.floor(random() * (letters.length - 2));
    const [one = "", next = ""] = letters.slice(at);
    const kind = random();
    if (kind < 0.35) letters.splice(at, 2, next, one);
    else if (kind < 0.6) letters.splice(at, 1);
    else if (kind < 0.75) letters.splice(at, 1, one, one);
    else if (kind < 0.9) letters.splice(at, 1, pick(BESIDE.get(one) ?? one));
    else return word.normalize("NFD").replace(/\p{M}/gu, "");
    return letters.join("");
  };
  return { slip, random };
}

/** The same numbers from 0 to 1 for the same seed. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
