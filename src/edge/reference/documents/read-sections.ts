import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Section, sectionsOf } from "./section.ts";

/** The sections of every Markdown file that stands in a folder, and not below it. */
export function readSections(folder: string): Section[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .flatMap((file) => sectionsOf(file, readFileSync(join(folder, file), "utf8")));
}
