import { stringify } from "csv-stringify/sync";
import { after, DAY_MS, dayOf } from "../../../ground/kernel/clock.ts";
import { TEMPLATE_COLUMNS } from "./reading/columns.ts";

export interface Template {
  readonly fileName: string;
  readonly contentType: "text/csv";
  readonly content: string;
}

/** A feed's header with an example row, whose dates are in the future so that it could be sent as it is. */
export function availsTemplate(sourceId: string, now: Date): Template {
  const example: Readonly<Record<string, string>> = {
    avail_id: "prime-1",
    name: "Prime time",
    collection_id: "ctv",
    collection_name: "CTV",
    channel: "ctv",
    start_date: dayOf(after(now, DAY_MS)),
    end_date: dayOf(after(now, 31 * DAY_MS)),
    net_impressions: "1000000",
    cpm: "18.50",
    currency: "USD",
    format_options: "video_hosted",
    publisher_properties: "publisher.example",
  };
  return templateOf(`${sourceId}-avails.csv`, TEMPLATE_COLUMNS, [example]);
}

export function templateOf(
  fileName: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): Template {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  // An avail's id may begin like a formula, and a spreadsheet must not interpret it as one.
  return {
    fileName,
    contentType: "text/csv",
    content: stringify(lines, { bom: true, record_delimiter: "windows", escape_formulas: true }),
  };
}
