import type { Line } from "./walk.ts";

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text: string) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text: string) => (colour ? `\u001b[2m${text}\u001b[22m` : text);
const WIDEST = 64;

/** Tells the walk to a terminal: numbered chapters, facts below them, tables with columns that line up. */
export function storyteller(): (line: Line) => void {
  let chapter = 0;
  return (line) => {
    if ("chapter" in line) console.log(`\n${bold(`${++chapter}. ${line.chapter}`)}`);
    else if ("fact" in line) console.log(`   ${line.fact}`);
    else for (const row of laidOut(line.table)) console.log(`   ${row}`);
  };
}

function laidOut([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const short = rows.map((row) => row.map((cell) => (cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell)));
  const widths = head.map((title, column) => Math.max(title.length, ...short.map((row) => row[column]?.length ?? 0)));
  const numeric = head.map(
    (_, column) => column > 0 && short.every((row) => /^[\d.,]*( [A-Z]{3})?$/.test(row[column] ?? "")),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [dim(line(head)), ...short.map(line)];
}
