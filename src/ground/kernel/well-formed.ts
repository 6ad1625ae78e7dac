import type { Issue } from "./errors.ts";

const DEEPEST = 64;

/** What no schema asks about and no database keeps: NUL, half a surrogate pair, and nesting without end. */
export function illFormed(value: unknown): Issue[] {
  const issues: Issue[] = [];
  const look = (at: unknown, path: readonly string[]): void => {
    if (issues.length > 0) return;
    const complain = (message: string) => void issues.push({ path: path.join("."), message });
    if (path.length > DEEPEST) return complain(`nested deeper than ${DEEPEST} levels`);
    if (typeof at === "string") {
      if (at.includes("\u0000")) complain("contains a NUL character");
      else if (!at.isWellFormed()) complain("contains half of a surrogate pair, which is no character");
    } else if (typeof at === "object" && at !== null) {
      for (const [name, inner] of Object.entries(at)) {
        if (!name.isWellFormed() || name.includes("\u0000")) return complain("has a field whose name is not text");
        look(inner, [...path, name]);
      }
    }
  };
  look(value, []);
  return issues;
}
