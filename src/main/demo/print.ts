import type { Line } from "./walk-options.ts";

/** Measured in columns. */
const WIDEST_LINE = 97;
const WIDEST_CELL = 64;

interface Terminal {
  print(text: string): void;
  readonly colour: boolean;
}

/** Prints the journey: numbered chapters with facts below them, and tables with aligned columns. No line has more than 100 columns. */
export function storyteller({ print, colour }: Terminal): (line: Line) => void {
  const bold = (text: string) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
  const dim = (text: string) => (colour ? `\u001b[2m${text}\u001b[22m` : text);
  let chapter = 0;
  return (line) => {
    if ("chapter" in line) return print(`\n${bold(`${++chapter}. ${line.chapter}`)}`);
    if ("fact" in line) return print(`   ${wrapped(line.fact).join("\n     ")}`);
    const [head = "", ...rows] = laidOut(line.table);
    print(`   ${dim(head)}`);
    for (const row of rows) print(`   ${row}`);
  };
}

/** Wrapped between words; all lines but the first are indented by two columns. */
function wrapped(text: string): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length + 3 > WIDEST_LINE) return [...lines, word];
    return [...lines.slice(0, -1), `${line} ${word}`];
  }, []);
}

function laidOut([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const short = rows.map((row) => row.map((cell) => cut(cell, WIDEST_CELL)));
  const widths = head.map((title, column) => Math.max(title.length, ...short.map((row) => row[column]?.length ?? 0)));
  const numeric = head.map(
    (_, column) => column > 0 && short.every((row) => /^[\d.,]*( [A-Z]{3})?$/.test(row[column] ?? "")),
  );
  const line = (row: readonly string[]) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return numeric[column] ? cell.padStart(width) : cell.padEnd(width);
    });
    return cut(cells.join("  ").trimEnd(), WIDEST_LINE);
  };
  return [head, ...short].map(line);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
