/** To the second where that is exact. */
export function isoOf(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}
