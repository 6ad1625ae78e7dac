import { type FormField, fieldOf } from "./form-field.ts";
import { readLabel } from "./labels.ts";
import { bulletOf, type Line, linesOf } from "./lines.ts";

const HEADING = /^ {0,3}(?:#{1,6}\s|[■◆▼◎●【])/u;
const BOLD = /^\s{0,3}(?:\*\*|__)[^*_\n]{2,60}(?:\*\*|__):?\s*$/u;
/** In words. */
const LONGEST_BARE = 6;
const LONGEST_ITEM = 5;
const SENTENCE = /[.!?:。？！]\s*$/u;

/** Markdown's headings, lines in bold letters, and bare lines such as "Avoid", with the items of the list below them. */
export function headingFields(text: string): FormField[] {
  if (!text.includes("\n")) return [];
  const lines = linesOf(text);
  return lines.flatMap((line, at) => {
    const isMarked = HEADING.test(line.text) || BOLD.test(line.text);
    if (!isMarked && !isBare(line, lines[at + 1])) return [];
    const items = itemsBelow(lines, at);
    if (items.length === 0) return [];
    return [fieldOf(text, { start: line.start, end: line.end }, items, true)];
  });
}

/** "Avoid" above "• radio". */
function isBare({ text, isBullet }: Line, next: Line | undefined): boolean {
  if (isBullet || !next?.isBullet || SENTENCE.test(text) || wordsIn(text) > LONGEST_BARE) return false;
  return readLabel(text).isKnown;
}

function itemsBelow(lines: readonly Line[], at: number) {
  const items: { start: number; end: number }[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.indent < 0) continue;
    const isItem = line.isBullet || (!SENTENCE.test(line.text) && wordsIn(line.text) <= LONGEST_ITEM);
    if (!isItem || HEADING.test(line.text) || BOLD.test(line.text)) break;
    if (!line.isBullet && readLabel(line.text).isKnown) break;
    items.push({ start: line.start + bulletOf(line.text), end: line.end });
  }
  return items;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
