import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = import.meta.dirname;

/** The files themselves: the version of reading is a digest of them, too. */
export function collocationsText(): string {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(join(FOLDER, file), "utf8"))
    .join("\n");
}
