/**
 * Whether a write was refused because of this constraint. With several servers only the message names it, with the number of the shard
 * as a suffix.
 */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error)) return false;
  const [, said = ""] = /constraint "([^"]+)"/.exec(error.message) ?? [];
  const named = "constraint" in error && typeof error.constraint === "string" ? error.constraint : said;
  return named.replace(/_\d+$/, "") === constraint;
}
