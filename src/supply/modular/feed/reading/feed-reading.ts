import type { NewAvail } from "../../avails/avail.ts";
import type { RawRow } from "./columns.ts";
import type { Diagnostic, RejectedRow } from "./diagnostic.ts";
import { type FeedDefaults, type NormaliseOptions, normaliseRow } from "./normalise.ts";

/** The result of reading a feed. */
export interface FeedReading {
  /** Each id once: of two rows for the same avail, the last valid one counts. The list is emptied as it is written out. */
  readonly avails: NewAvail[];
  readonly rowCount: number;
  readonly rejectedRowCount: number;
  readonly warningCount: number;
  /** Only the first ones. */
  readonly rejectedRows: readonly RejectedRow[];
  readonly warnings: readonly Diagnostic[];
}

/** The answer reports at most this many: if more rows are wrong, they are usually wrong in the same way. */
const MOST_REPORTED = 1_000;
/** A feed with more rows is refused as a whole. */
const MOST_ROWS = 200_000;

/** Reads a feed row by row, so that raw rows and results are never all in memory at once. */
export class FeedReader {
  readonly #defaults: FeedDefaults;
  readonly #options: NormaliseOptions;
  readonly #avails = new Map<string, NewAvail>();
  readonly #rejectedRows: RejectedRow[] = [];
  readonly #warnings: Diagnostic[] = [];
  #rowCount = 0;
  #rejected = 0;
  #warned = 0;

  constructor(defaults: FeedDefaults, options: NormaliseOptions = {}) {
    this.#defaults = defaults;
    this.#options = options;
  }

  take(row: RawRow): void {
    this.#rowCount += 1;
    if (this.#rowCount > MOST_ROWS) throw new UnreadableFeed(`it has more than ${MOST_ROWS} rows: send it in parts`);
    const { avail, diagnostics, warnings } = normaliseRow(row, this.#rowCount, this.#defaults, this.#options);
    this.#warned += warnings.length;
    if (this.#warnings.length < MOST_REPORTED) this.#warnings.push(...warnings);
    if (avail) this.#avails.set(avail.availId, avail);
    else {
      this.#rejected += 1;
      if (this.#rejectedRows.length < MOST_REPORTED)
        this.#rejectedRows.push({ rowNumber: this.#rowCount, rawRow: row, diagnostics });
    }
  }

  read(): FeedReading {
    return {
      avails: [...this.#avails.values()],
      rowCount: this.#rowCount,
      rejectedRowCount: this.#rejected,
      warningCount: this.#warned,
      rejectedRows: this.#rejectedRows,
      warnings: this.#warnings,
    };
  }
}

/** The file cannot be read at all. The message continues "the feed cannot be read: ". */
export class UnreadableFeed extends Error {}
