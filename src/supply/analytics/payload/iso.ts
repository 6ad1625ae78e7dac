/** Without milliseconds if they are zero. */
export function isoOf(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}
