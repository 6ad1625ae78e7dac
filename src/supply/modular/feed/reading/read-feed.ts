import { FeedReader, type FeedReading, UnreadableFeed } from "./feed-reading.ts";
import { readJsonRows } from "./json-rows.ts";
import type { FeedDefaults, NormaliseOptions } from "./normalise.ts";
import { readSeparatedValues } from "./separated-values.ts";
import { readSpreadsheet } from "./spreadsheet.ts";

export type FeedFormat = "csv" | "json" | "xlsx";

/** What is to be read: a file's bytes, or rows sent as such. Cloneable, because a worker thread reads it. */
export interface FeedToRead {
  readonly content: Uint8Array | readonly Readonly<Record<string, unknown>>[];
  readonly defaults: FeedDefaults;
  readonly options: NormaliseOptions;
}

export type FeedRead =
  | { readonly kind: "read"; readonly format: FeedFormat | "rows"; readonly reading: FeedReading }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Parses an untrusted feed. Its format is determined from its bytes, not its name. */
export function readFeed({ content, defaults, options }: FeedToRead): FeedRead {
  const reader = new FeedReader(defaults, options);
  const take = (row: Readonly<Record<string, unknown>>) => reader.take(row);
  try {
    const format = content instanceof Uint8Array ? readRowsOf(content, take) : readRows(content, take);
    return { kind: "read", format, reading: reader.read() };
  } catch (error) {
    if (error instanceof UnreadableFeed) return { kind: "unreadable", reason: error.message };
    throw error;
  }
}

type RowHandler = (row: Readonly<Record<string, unknown>>) => void;

function readRows(rows: readonly Readonly<Record<string, unknown>>[], take: RowHandler): "rows" {
  for (const row of rows) take(row);
  return "rows";
}

/** Reads the rows of a file in any supported format. Throws `UnreadableFeed`. */
export function readRowsOf(bytes: Uint8Array, take: RowHandler): FeedFormat {
  if (startsWith(bytes, [0x50, 0x4b])) {
    readSpreadsheet(bytes, take);
    return "xlsx";
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new UnreadableFeed("it is in the old XLS format: save it as XLSX or CSV");
  const text = textIn(bytes);
  if (/^\s*[[{]/.test(text)) {
    readJsonRows(text, take);
    return "json";
  }
  readSeparatedValues(text, take);
  return "csv";
}

function textIn(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    throw new UnreadableFeed("it is in UTF-16: save it as UTF-8");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableFeed("it is not in UTF-8: save it as CSV UTF-8, or as XLSX", { cause: error });
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
