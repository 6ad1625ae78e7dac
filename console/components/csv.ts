/** Saves lines as a file. A cell that a spreadsheet would run as a formula is kept as text. */
export async function saveCsv(name: string, lines: AsyncIterable<readonly string[]>): Promise<void> {
  const parts: string[] = [];
  for await (const line of lines) parts.push(`${line.map(cellOf).join(",")}\r\n`);
  saveText(name, parts);
}

export function saveText(name: string, parts: string[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function cellOf(value: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
