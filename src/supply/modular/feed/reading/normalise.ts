import type { NewAvail } from "../../avails/avail.ts";
import { instantIn, priceIn, wholeNumberIn } from "./cell.ts";
import { type Cell, cellOf, type FieldName, type RawRow } from "./columns.ts";
import { type Diagnostic, type DiagnosticCode, remedyOf } from "./diagnostic.ts";
import { formatsIn, isCurrency, propertiesIn, recordIn, textIn } from "./listed-cell.ts";

/** The values for fields that a row leaves out, by the names of a normalised avail. */
export type FeedDefaults = Readonly<Partial<Record<FieldName, unknown>>>;

export interface NormaliseOptions {
  /**
   * What to do with a gross capacity if it is unknown how much upstream has booked: accept it as net, with a warning,
   * or refuse it.
   */
  readonly grossCapacity?: "assumeNet" | "reject";
}

export interface NormalisedRow {
  /** Null if the row is rejected. */
  readonly avail: NewAvail | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** Converts one row of a feed to an avail, or reports everything that is wrong with it (modular-rules/1.0.0 §3). */
export function normaliseRow(
  row: RawRow,
  rowNumber: number,
  defaults: FeedDefaults,
  options: NormaliseOptions = {},
): NormalisedRow {
  const reader = new RowReader(row, rowNumber, defaults);
  const avail = readAvail(reader, options);
  const { diagnostics, warnings } = reader;
  return { avail: diagnostics.length > 0 ? null : avail, diagnostics, warnings };
}

function readAvail(reader: RowReader, options: NormaliseOptions): NewAvail {
  const [availId, name] = [reader.text("availId", 255), reader.text("name", 500)];
  const [collectionId, collectionName] = [reader.text("collectionId", 255), reader.text("collectionName", 255)];
  const window = readWindow(reader);
  const capacity = readCapacity(reader, options);
  const price = readPrice(reader);
  return {
    availId,
    name,
    collectionId,
    collectionName,
    collectionDescription: reader.optionalText("collectionDescription", 2_000),
    channel: reader.optionalText("channel", 80),
    ...window,
    ...capacity,
    ...price,
    targeting: recordIn(reader.cell("targeting")?.value),
    sourceMetadata: recordIn(reader.cell("sourceMetadata")?.value),
    formatOptions: readFormats(reader),
    publisherProperties: readProperties(reader),
  };
}

const EPOCH = new Date(0);

function readWindow(reader: RowReader): Pick<NewAvail, "startTime" | "endTime"> {
  const startTime = reader.instant("startTime", "start");
  const endTime = reader.instant("endTime", "end");
  if (startTime && endTime && endTime <= startTime)
    reader.reject("endTime", "INVALID_DATE_TIME", "endTime is not after startTime");
  return { startTime: startTime ?? EPOCH, endTime: endTime ?? EPOCH };
}

type Capacity = Pick<NewAvail, "impressionsCapacity" | "upstreamBookedImpressions">;

function readCapacity(reader: RowReader, { grossCapacity = "assumeNet" }: NormaliseOptions): Capacity {
  const net = reader.count("impressionsCapacity");
  const gross = reader.count("grossImpressions", "impressionsCapacity");
  const booked = reader.count("upstreamBookedImpressions");
  if (net.given)
    return { impressionsCapacity: net.value, upstreamBookedImpressions: booked.given ? booked.value : null };
  if (!gross.given) {
    reader.reject("impressionsCapacity", "REQUIRED_FIELD_MISSING", "net capacity, or gross capacity, is missing");
    return { impressionsCapacity: 0, upstreamBookedImpressions: null };
  }
  if (booked.given) {
    const said = `${gross.value} gross minus ${booked.value} booked upstream`;
    reader.warn("impressionsCapacity", "GROSS_CAPACITY_NORMALIZED", said, "grossImpressions");
    return {
      impressionsCapacity: Math.max(0, gross.value - booked.value),
      upstreamBookedImpressions: booked.value,
    };
  }
  const message = "No upstream booked count; gross taken as sellable";
  if (grossCapacity === "reject")
    reader.reject(
      "upstreamBookedImpressions",
      "REQUIRED_FIELD_MISSING",
      "a gross capacity needs the impressions that are already booked upstream",
    );
  else reader.warn("impressionsCapacity", "GROSS_CAPACITY_ASSUMED_NET", message, "grossImpressions");
  return { impressionsCapacity: gross.value, upstreamBookedImpressions: null };
}

function readPrice(reader: RowReader): Pick<NewAvail, "cpm" | "currency"> {
  const [price, said] = [reader.cell("cpm"), reader.cell("currency")];
  const cpm = price && priceIn(price.value);
  if (price && cpm === undefined) reader.reject("cpm", "INVALID_NUMBER", "cpm is not a price of zero or more", price);
  const currency = said && String(said.value).trim().toUpperCase();
  if (currency !== undefined && !isCurrency(currency))
    reader.reject("currency", "INVALID_CURRENCY", "currency is not a known ISO 4217 code", said);
  if (price && currency === undefined)
    reader.reject("currency", "REQUIRED_FIELD_MISSING", "currency is missing, and there is a cpm");
  return { cpm: cpm ?? null, currency: currency ?? null };
}

function readFormats(reader: RowReader): NewAvail["formatOptions"] {
  const cell = reader.cell("formatOptions");
  if (!cell) {
    const message = "formatOptions is missing; formats are never inferred from channel";
    reader.reject("formatOptions", "REQUIRED_FIELD_MISSING", message);
    return [];
  }
  const formats = formatsIn(cell.value);
  if (formats) return formats;
  const message = "formatOptions is not a list of canonical formats, each with its format_kind";
  reader.reject("formatOptions", "INVALID_CANONICAL_FORMATS", message, cell);
  return [];
}

function readProperties(reader: RowReader): NewAvail["publisherProperties"] {
  const cell = reader.cell("publisherProperties");
  if (!cell) {
    reader.reject("publisherProperties", "REQUIRED_FIELD_MISSING", "publisherProperties is missing");
    return [];
  }
  const properties = propertiesIn(cell.value);
  if (properties) return properties;
  const message = "publisherProperties is not a list of properties, each with its publisher_domain";
  reader.reject("publisherProperties", "INVALID_PUBLISHER_PROPERTIES", message, cell);
  return [];
}

interface Count {
  readonly given: boolean;
  readonly value: number;
}

/** Reads the fields of one row, and collects their problems. */
class RowReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];
  readonly #row: RawRow;
  readonly #rowNumber: number;
  readonly #defaults: FeedDefaults;

  constructor(row: RawRow, rowNumber: number, defaults: FeedDefaults) {
    this.#row = row;
    this.#rowNumber = rowNumber;
    this.#defaults = defaults;
  }

  cell(field: FieldName): Cell | undefined {
    return cellOf(this.#row, field) ?? cellOf(this.#defaults, field);
  }

  text(field: FieldName, most: number): string {
    const text = this.optionalText(field, most);
    if (text === null && !this.#has(field)) this.reject(field, "REQUIRED_FIELD_MISSING", `${field} is missing`);
    return text ?? "";
  }

  optionalText(field: FieldName, most: number): string | null {
    const cell = this.cell(field);
    if (!cell) return null;
    const text = textIn(cell.value, most);
    if (text === undefined)
      this.reject(field, "REQUIRED_FIELD_MISSING", `${field} is not a text of at most ${most} characters`, cell);
    return text ?? null;
  }

  instant(field: FieldName, edge: "start" | "end"): Date | undefined {
    const cell = this.cell(field);
    if (!cell) {
      this.reject(field, "REQUIRED_FIELD_MISSING", `${field} is missing`);
      return undefined;
    }
    const instant = instantIn(cell.value, edge);
    if (!instant) this.reject(field, "INVALID_DATE_TIME", `${field} is not an ISO date or date-time`, cell);
    return instant;
  }

  count(column: FieldName, field: FieldName = column): Count {
    const cell = this.cell(column);
    if (!cell) return { given: false, value: 0 };
    const value = wholeNumberIn(cell.value);
    if (value === undefined)
      this.reject(field, "INVALID_NUMBER", `${field} is not a whole number of zero or more`, cell);
    return { given: true, value: value ?? 0 };
  }

  reject(field: FieldName, code: DiagnosticCode, message: string, cell: Cell | undefined = this.cell(field)): void {
    this.diagnostics.push(this.#diagnosed(field, code, message, cell));
  }

  warn(field: FieldName, code: DiagnosticCode, message: string, column: FieldName): void {
    this.warnings.push(this.#diagnosed(field, code, message, this.cell(column)));
  }

  #has(field: FieldName): boolean {
    return this.diagnostics.some((one) => one.field === field);
  }

  #diagnosed(field: FieldName, code: DiagnosticCode, message: string, cell: Cell | undefined): Diagnostic {
    const value = cell === undefined ? null : shortened(cell.value);
    const column = cell === undefined ? null : cell.column;
    return { rowNumber: this.#rowNumber, field, code, message, column, value, mend: remedyOf(code) };
  }
}

function shortened(value: unknown): string {
  const text = (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed().replaceAll("\0", "");
  return text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text;
}
