/** A number that is measured once per round: the median of the rounds, and the lowest and the highest. */
export interface Measured {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

export function measured(values: readonly number[]): Measured {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: sorted[0] ?? Number.NaN,
    high: sorted.at(-1) ?? Number.NaN,
    rounds: values.length,
  };
}

/** The value below which a share `q` of the ascending values lies, interpolated linearly between the two nearest. */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const place = (ascending.length - 1) * q;
  const below = ascending[Math.floor(place)] ?? Number.NaN;
  const above = ascending[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Computed round by round, so that other load on the machine affects both sides of a ratio. */
export function ratios(over: readonly number[], under: readonly number[]): Measured {
  return measured(over.map((value, round) => value / (under[round] ?? Number.NaN)));
}
