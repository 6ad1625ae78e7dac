import { readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "collocations.txt");

/** The file itself: the version of reading is a digest of it, too. */
export function collocationsText(): string {
  return readFileSync(FILE, "utf8");
}
