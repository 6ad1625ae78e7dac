import type { Issue } from "../errors.ts";

const DEEPEST = 64;
/** More values than any list of items has, and as many as can be checked without making other requests wait. */
const MOST_VALUES = 250_000;

/** Problems that no schema detects and that no database can store: NUL, lone surrogates, and too many values or levels. */
export function illFormed(value: unknown): readonly Issue[] {
  return value === undefined || value === null ? NONE : issuesIn(value);
}

const NONE: readonly Issue[] = [];

function issuesIn(value: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const path: string[] = [];
  let values = 0;
  const complain = (message: string) => void issues.push({ path: path.join("."), message });
  const look = (at: unknown): void => {
    values += 1;
    if (values > MOST_VALUES) return complain(`has more than ${MOST_VALUES} values: send fewer per request`);
    if (path.length > DEEPEST) return complain(`nested deeper than ${DEEPEST} levels`);
    if (typeof at === "string") {
      if (at.includes("\u0000")) complain("contains a NUL character");
      else if (!at.isWellFormed()) complain("contains half of a surrogate pair, which is not a character");
    } else if (typeof at === "object" && at !== null) lookInside(at);
  };
  const lookInside = (at: object): void => {
    for (const name of Object.keys(at)) {
      if (!name.isWellFormed() || name.includes("\u0000")) return complain("has a field whose name is not text");
      path.push(name);
      look((at as Readonly<Record<string, unknown>>)[name]);
      if (issues.length > 0) return;
      path.pop();
    }
  };
  look(value);
  return issues;
}
