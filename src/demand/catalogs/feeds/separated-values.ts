/**
 * Comma- or tab-separated values with a header, quoted as RFC 4180 has it; which of the two is for the header to say.
 * Each row by the header's names; empty fields are left out, and so are rows without any.
 */
export function readSeparatedValues(text: string): Record<string, string>[] {
  const [firstLine = ""] = text.split("\n", 1);
  const [header = [], ...rows] = rowsOf(text, firstLine.includes("\t") ? "\t" : ",");
  const names = header.map((name) => name.trim());
  return rows
    .map((row) => Object.fromEntries(names.flatMap((name, at) => (name && row[at] ? [[name, row[at]]] : []))))
    .filter((row) => Object.keys(row).length > 0);
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A field up to what ends it: quoted, with each quote inside doubled, or plain.
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r?\\n|$)`,
    "y",
  );
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match)
      throw new SyntaxError(`row ${rows.length + 1} has a quote that is not closed, or stands inside a field`);
    const [, quoted, plain = "", end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== separator || field.lastIndex >= text.length) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
