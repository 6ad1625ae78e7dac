/**
 * Whether this constraint is why a write was refused. On several servers only the message names it, and the number of a table's part
 * ends its name.
 */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error)) return false;
  const [, said = ""] = /constraint "([^"]+)"/.exec(error.message) ?? [];
  const named = "constraint" in error && typeof error.constraint === "string" ? error.constraint : said;
  return named.replace(/_\d+$/, "") === constraint;
}
