/** Whether this constraint is why a write was refused. On several servers the number of a table's part ends its name. */
export function violates(error: unknown, constraint: string): boolean {
  const named = error instanceof Error && "constraint" in error ? String(error.constraint) : "";
  return named.replace(/_\d+$/, "") === constraint;
}
