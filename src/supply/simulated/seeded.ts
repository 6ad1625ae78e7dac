/** The next number of a sequence, at least 0 and below 1. */
export type RandomNumber = () => number;

/**
 * A sequence determined by its seed alone: FNV-1a over the seed, then mulberry32. Our own, because the catalogues and
 * deliveries drawn from it must be the same in every process and release, and `Math.random` cannot be seeded.
 */
export function seeded(seed: string): RandomNumber {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function between(draw: RandomNumber, low: number, high: number): number {
  return low + draw() * (high - low);
}

export function shuffled<Item>(draw: RandomNumber, items: readonly Item[]): Item[] {
  const ranked = items.map((item) => ({ item, rank: draw() }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}
