export { type Library, openLibrary } from "./library.ts";
export { readSections } from "./read-sections.ts";
export type { Section } from "./section.ts";
