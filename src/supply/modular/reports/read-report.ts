import { createHash } from "node:crypto";
import { dayOf } from "../../../ground/kernel/clock.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import { instantIn, priceIn, wholeNumberIn } from "../feed/reading/cell.ts";
import type { RawRow } from "../feed/reading/columns.ts";
import { UnreadableFeed } from "../feed/reading/feed-reading.ts";
import { textIn } from "../feed/reading/listed-cell.ts";
import { readRowsOf } from "../feed/reading/read-feed.ts";
import type { ColumnMapping } from "./column-mapping.ts";

/** One row of a delivery report, read with the column mapping. */
export interface ReportRow {
  readonly rowNumber: number;
  /** At least one of these says which booking the row is about. */
  readonly bookingId: string | null;
  readonly upstreamOrderId: string | null;
  readonly packageId: string | null;
  readonly availId: string | null;
  /** A UTC day; null if the row covers the whole flight. */
  readonly day: string | null;
  readonly impressions: number;
  readonly clicks: number;
  /** Null if the report states none: then it is calculated from the price. */
  readonly spend: Decimal | null;
  readonly views: number;
  readonly completedViews: number;
}

export interface ReportFlaw {
  readonly rowNumber: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
}

export type ReportRead =
  | {
      readonly kind: "read";
      readonly rows: readonly ReportRow[];
      readonly flaws: readonly ReportFlaw[];
      /** The digest of the file: importing the same file again changes nothing. */
      readonly digest: string;
    }
  | { readonly kind: "unreadable"; readonly reason: string };

const MOST_ROWS = 100_000;
const MOST_FLAWS = 500;

export interface ReportToRead {
  readonly content: Uint8Array;
  readonly mapping: ColumnMapping;
}

/** Parses an untrusted delivery report, in a worker thread. */
export function readReport({ content, mapping }: ReportToRead): ReportRead {
  const rows: ReportRow[] = [];
  const flaws: ReportFlaw[] = [];
  let count = 0;
  try {
    readRowsOf(content, (row) => {
      count += 1;
      if (count > MOST_ROWS) throw new UnreadableFeed(`it has more than ${MOST_ROWS} rows: send it in parts`);
      const read = rowOf(row, count, mapping);
      if (!("message" in read)) rows.push(read);
      else if (flaws.length < MOST_FLAWS) flaws.push(read);
    });
  } catch (error) {
    if (error instanceof UnreadableFeed) return { kind: "unreadable", reason: error.message };
    throw error;
  }
  return { kind: "read", rows, flaws, digest: createHash("sha256").update(content).digest("hex") };
}

function rowOf(row: RawRow, rowNumber: number, mapping: ColumnMapping): ReportRow | ReportFlaw {
  const named = ["bookingId", "upstreamOrderId", "packageId", "availId"] as const;
  const [bookingId, upstreamOrderId, packageId, availId] = named.map((name) => textAt(row, mapping[name]));
  const flaw = (column: string | undefined, message: string): ReportFlaw => {
    const value = column === undefined ? null : shortened(row[column]);
    return { rowNumber, column: column ?? null, value, message };
  };
  if (!bookingId && !upstreamOrderId && !packageId)
    return flaw(mapping.bookingId ?? mapping.upstreamOrderId, "the row does not say which booking it is about");
  const said = mapping.day === undefined ? undefined : row[mapping.day];
  const day = said === undefined || said === "" ? null : instantIn(said, "start");
  if (day === undefined) return flaw(mapping.day, "the day is not an ISO date, such as 2026-05-31");
  const figures: Record<(typeof FIGURES)[number], number> = { impressions: 0, clicks: 0, views: 0, completedViews: 0 };
  for (const name of FIGURES) {
    const column = mapping[name];
    const value =
      column === undefined || isEmpty(row[column])
        ? name === "impressions"
          ? undefined
          : 0
        : wholeNumberIn(row[column]);
    if (value === undefined) return flaw(column, `${name} is not a whole number of zero or more`);
    figures[name] = value;
  }
  const price = mapping.spend === undefined ? undefined : row[mapping.spend];
  const spend = isEmpty(price) ? null : priceIn(price);
  if (spend === undefined) return flaw(mapping.spend, "the spend is not an amount such as 180.50");
  const ids = { bookingId: bookingId ?? null, upstreamOrderId: upstreamOrderId ?? null };
  const more = { packageId: packageId ?? null, availId: availId ?? null };
  return { rowNumber, ...ids, ...more, day: day && dayOf(day), ...figures, spend };
}

const FIGURES = ["impressions", "clicks", "views", "completedViews"] as const;

function textAt(row: RawRow, column: string | undefined): string | undefined {
  return column === undefined ? undefined : textIn(row[column], 255);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function shortened(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.slice(0, 120).toWellFormed().replaceAll("\0", "");
}
