/** The published codes (storefront contract §5.5). The last two are warnings; the others reject the row. */
export const DIAGNOSTIC_CODES = [
  "REQUIRED_FIELD_MISSING",
  "INVALID_DATE_TIME",
  "INVALID_NUMBER",
  "INVALID_CURRENCY",
  "INVALID_CANONICAL_FORMATS",
  "INVALID_PUBLISHER_PROPERTIES",
  "GROSS_CAPACITY_NORMALIZED",
  "GROSS_CAPACITY_ASSUMED_NET",
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** A problem with one field of one row, or a note on how it was interpreted. */
export interface Diagnostic {
  /** Starts from 1, after the header. */
  readonly rowNumber: number;
  /** The field's name in a normalised avail. */
  readonly field: string;
  readonly code: DiagnosticCode;
  readonly message: string;
  /** The column's name in the file; null if the file has no column for the field. */
  readonly column: string | null;
  /** The value in the file, shortened. */
  readonly value: string | null;
  /** What the file's owner should do; null if there is nothing to do. */
  readonly mend: string | null;
}

export interface RejectedRow {
  readonly rowNumber: number;
  readonly rawRow: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
}

const MENDS: Readonly<Record<DiagnosticCode, string | null>> = {
  REQUIRED_FIELD_MISSING: "fill the column, or send a default for the whole feed",
  INVALID_DATE_TIME:
    "write a day as 2026-05-31 or a time with its zone as 2026-05-31T18:00:00Z; the end must be after the start",
  INVALID_NUMBER: "write capacities as whole numbers such as 1200000 or 1,200,000, and prices such as 18.50",
  INVALID_CURRENCY: "write the three letters of ISO 4217, such as EUR",
  INVALID_CANONICAL_FORMATS: 'list canonical formats, such as [{"format_kind":"video_hosted"}] or video_hosted;image',
  INVALID_PUBLISHER_PROPERTIES:
    'list publishers, such as [{"publisher_domain":"publisher.example"}] or publisher.example',
  GROSS_CAPACITY_NORMALIZED: null,
  GROSS_CAPACITY_ASSUMED_NET: "if upstream has sold some of it already, add a column booked_impressions",
};

export function remedyOf(code: DiagnosticCode): string | null {
  return MENDS[code];
}
