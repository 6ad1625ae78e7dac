/** In a sandbox, a buyer's clock may be ahead of its seller's, or behind: what is over for one of them is over. */
export function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
