/** Meanings by number: a brief is compared with many products, and numbers are compared faster than names. */
const numbers = new Map<string, number>();
const keys: string[] = [];

/** The same for as long as the process lives. There are as many as the lexicon has. */
export function numberOf(key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, keys.length);
  return keys.push(key) - 1;
}

export function keyOf(number: number): string {
  return keys[number] ?? "";
}

/** A set of meanings, for asking often. */
export class MeaningSet {
  readonly #has: Uint8Array;

  constructor(members: Iterable<string>) {
    const found = [...members].map(numberOf);
    this.#has = new Uint8Array(Math.max(0, ...found) + 1);
    for (const number of found) this.#has[number] = 1;
  }

  has(number: number): boolean {
    return this.#has[number] === 1;
  }
}
