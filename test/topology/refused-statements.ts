import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The statements that the processes of a run have recorded. */
export function refusedIn(folder: string): readonly string[] {
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), "utf8").trimEnd().split("\n"));
  return [...new Set(lines)].sort();
}
