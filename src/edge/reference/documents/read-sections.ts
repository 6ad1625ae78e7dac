import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Section, sectionsOf } from "./section.ts";

/** The sections of every Markdown file in a folder, without its subfolders. */
export function readSections(folder: string): Section[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .flatMap((file) => sectionsOf(file, readFileSync(join(folder, file), "utf8")));
}
