import { timingSafeEqual } from "node:crypto";

/** Compares a secret or a signature with the right one in constant time, so that the duration does not reveal where they differ. */
export function isSameSecret(given: string, right: string): boolean {
  const [theirs, ours] = [Buffer.from(given), Buffer.from(right)];
  return theirs.length === ours.length && timingSafeEqual(theirs, ours);
}
