import type { JsonRecord } from "../../avails/avail.ts";

/** A row as it arrived: keyed by a spreadsheet's header, or by the names in a JSON object. */
export type RawRow = JsonRecord;

/** The accepted names of each column, compared exactly after trimming. Of several in one row, the first counts. */
const NAMES = {
  availId: ["availId", "avail_id", "id"],
  name: ["name", "avail_name", "title"],
  collectionId: ["collectionId", "collection_id", "programId"],
  collectionName: ["collectionName", "collection_name", "program"],
  collectionDescription: ["collectionDescription", "collection_description"],
  channel: ["channel"],
  startTime: ["startTime", "start_time", "start", "start_date"],
  endTime: ["endTime", "end_time", "end", "end_date"],
  impressionsCapacity: [
    "impressionsCapacity",
    "netImpressions",
    "net_impressions",
    "sellableImpressions",
    "available_impressions",
  ],
  grossImpressions: ["grossImpressions", "gross_impressions", "totalImpressions", "gross_capacity"],
  upstreamBookedImpressions: ["upstreamBookedImpressions", "upstream_booked_impressions", "booked_impressions"],
  cpm: ["cpm", "rate_cpm"],
  currency: ["currency"],
  formatOptions: ["formatOptions", "format_options"],
  publisherProperties: ["publisherProperties", "publisher_properties"],
  targeting: ["targeting"],
  sourceMetadata: ["sourceMetadata", "source_metadata"],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof NAMES;

/** A value and its column's name. */
export interface Cell {
  readonly column: string;
  readonly value: unknown;
}

/** Undefined if no column has a value; an empty cell has none. */
export function cellOf(row: RawRow, field: FieldName): Cell | undefined {
  for (const column of NAMES[field]) {
    const value = row[column];
    if (value !== undefined && value !== null && value !== "" && !isBlank(value)) return { column, value };
  }
  return undefined;
}

/** The header of the template that operators fill in, in the template's order. */
export const TEMPLATE_COLUMNS: readonly string[] = [
  "avail_id",
  "name",
  "collection_id",
  "collection_name",
  "channel",
  "start_date",
  "end_date",
  "net_impressions",
  "gross_impressions",
  "booked_impressions",
  "cpm",
  "currency",
  "format_options",
  "publisher_properties",
];

function isBlank(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "";
}
