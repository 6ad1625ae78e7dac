import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { columnCheck } from "./outline.ts";

const LONGEST_ROW = 1_048_576;
const SLICE = 64 * 1024;

/**
 * Reads comma- or tab-separated values with a header, quoted as in RFC 4180; the header determines the separator. Yields one row
 * at a time, keyed by the header's names; empty fields and empty rows are omitted. Throws `SyntaxError`.
 */
export async function* readSeparatedValues(bytes: Uint8Array): AsyncGenerator<Record<string, string>> {
  const firstLine = Buffer.from(bytes.subarray(0, SLICE)).toString().trimStart().split("\n", 1)[0] ?? "";
  const separator = firstLine.includes("\t") ? "\t" : ",";
  const parser = parse({
    delimiter: separator,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  const check = columnCheck(separator);
  // The parser, which is read below, throws the errors of either side.
  pipeline(Readable.from(slicesOf(bytes, check)), parser, () => undefined);
  let names: string[] | undefined;
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (names) yield* rowOf(names, row);
      else names = row.map((name) => name.trim());
    }
  } catch (error) {
    throw error instanceof CsvError ? new SyntaxError(error.message, { cause: error }) : error;
  }
}

function* slicesOf(bytes: Uint8Array, check: (part: Uint8Array) => void): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE) {
    const slice = Buffer.from(bytes.subarray(at, at + SLICE));
    check(slice);
    yield slice;
  }
}

function* rowOf(names: readonly string[], row: readonly string[]): Generator<Record<string, string>> {
  const fields = names.flatMap((name, at) => (name && row[at] ? [[name, row[at]]] : []));
  if (fields.length > 0) yield Object.fromEntries(fields);
}
