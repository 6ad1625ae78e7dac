/** A buyer of a sandbox may be ahead of its seller, or behind: what is over for one of them is over. */
export function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
