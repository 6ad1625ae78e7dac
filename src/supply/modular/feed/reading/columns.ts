import type { JsonRecord } from "../../avails/avail.ts";

/** A row as it came: of a spreadsheet by the names of its header, of JSON by those of its object. */
export type RawRow = JsonRecord;

/** What a column may be called, matched exactly after trimming; the first that a row has counts. */
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

/** A value with its column. */
export interface Cell {
  readonly column: string;
  readonly value: unknown;
}

/** Undefined where no column says anything; an empty cell says nothing. */
export function cellOf(row: RawRow, field: FieldName): Cell | undefined {
  for (const column of NAMES[field]) {
    const value = row[column];
    if (value !== undefined && value !== null && value !== "" && !isBlank(value)) return { column, value };
  }
  return undefined;
}

/** The header of the template that operators fill in, in this order. */
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
