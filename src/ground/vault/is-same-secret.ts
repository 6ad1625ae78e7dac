import { timingSafeEqual } from "node:crypto";

/** Whether what was given is the secret or signature itself. How long that takes says nothing about where they differ. */
export function isSameSecret(given: string, right: string): boolean {
  const [theirs, ours] = [Buffer.from(given), Buffer.from(right)];
  return theirs.length === ours.length && timingSafeEqual(theirs, ours);
}
