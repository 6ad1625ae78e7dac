/** A line of a text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In characters; of an empty line none. */
  readonly indent: number;
  readonly isBullet: boolean;
}

const BULLET = /^[ \t]{0,12}(?:[-–—*•·▪◦‣○・+]|\d{1,2}[.)]|\[[ xX✓]?\])(?=\s|[^\s\d*-])/u;

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const at = text.indexOf("\n", start);
    const end = at < 0 ? text.length : at;
    const line = text.slice(start, end);
    lines.push({ start, end, text: line, indent: line.search(/\S/), isBullet: BULLET.test(line) });
    start = end + 1;
  }
  return lines;
}

/** How many characters a line's bullet takes, with the blanks around it. */
export function bulletOf(line: string): number {
  const bullet = BULLET.exec(line)?.[0].length ?? 0;
  return bullet + (/^\s*/.exec(line.slice(bullet))?.[0].length ?? 0);
}

/** "Radio", and neither "Thanks, Anna" nor "Geo: Spain". */
const NAME = /^\s*\p{L}[\p{L}\p{M}\p{N}'’&-]*(?: [\p{L}\p{M}\p{N}'’&-]+){0,2}\s*$/u;

/** The lines below one that belong to it: what is indented more, the items of a list, or else those that follow at once and are names. */
export function linesBelow(lines: readonly Line[], at: number): Line[] {
  const head = lines[at];
  if (!head) return [];
  const below: Line[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.indent < 0) continue;
    const isItem = line.isBullet && !head.isBullet && line.indent >= head.indent;
    if (line.indent <= head.indent && !isItem) break;
    below.push(line);
  }
  return below.length > 0 ? below : namesBelow(lines, at);
}

function namesBelow(lines: readonly Line[], at: number): Line[] {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !NAME.test(line.text));
  return end < 0 ? rest : rest.slice(0, end);
}
