import type { NearnessRange } from "./embedder.ts";

/** The similarity of two vectors of one model, from 0 to 1; 0 if they cannot be compared. */
export function nearnessOf(a: readonly number[], b: readonly number[], { far, near }: NearnessRange): number {
  const cosine = cosineOf(a, b);
  return Math.min(1, Math.max(0, (cosine - far) / (near - far)));
}

function cosineOf(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return -1;
  let [product, one, other] = [0, 0, 0];
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [a[index] ?? 0, b[index] ?? 0];
    product += x * y;
    one += x * x;
    other += y * y;
  }
  return one === 0 || other === 0 ? -1 : product / Math.sqrt(one * other);
}
