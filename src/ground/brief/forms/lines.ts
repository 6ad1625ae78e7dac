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

/** The lines below one that belong to it: what is indented more, and the items of a list. */
export function linesBelow(lines: readonly Line[], at: number): Line[] {
  const head = lines[at];
  const below: Line[] = [];
  for (const line of head ? lines.slice(at + 1) : []) {
    if (line.indent < 0) continue;
    const isItem = line.isBullet && !head?.isBullet && line.indent >= (head?.indent ?? 0);
    if (line.indent <= (head?.indent ?? 0) && !isItem) break;
    below.push(line);
  }
  return below;
}
