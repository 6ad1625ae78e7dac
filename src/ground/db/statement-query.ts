// oxlint-disable no-underscore-dangle -- these are the driver's own, which its typings leave out
import pg from "pg";
import { type Described, describedBefore, recordDescribed, type Wire } from "./described-rows.ts";

declare module "pg" {
  interface Query {
    text: string;
    name: string | undefined;
    queryMode: "extended" | undefined;
    readonly _result: Described;
    _accumulateRows: boolean;
    prepare(connection: Wire): void;
    handleRowDescription(message: unknown): void;
    handleDataRow(message: unknown): void;
    handleCommandComplete(message: unknown, connection: Wire): void;
  }
}

export interface Statement {
  readonly text: string;
  /** Under which it is prepared; none if it is not. */
  readonly name: string | undefined;
  readonly values: unknown[];
}

export type QueryCallback = (error: Error | null, result: pg.QueryResult) => void;

/**
 * A statement as one piece on the wire. Where the connection has already said of a prepared statement what its rows look like, or that it
 * has none, it is not asked to describe them again.
 */
export class StatementQuery extends pg.Query {
  #connection: Wire | undefined;
  #isDescribed = false;

  constructor({ text, name, values }: Statement, callback: QueryCallback) {
    // The driver clones a config with all its property descriptors, which costs more than the rest of this.
    super(text, values, callback as () => void);
    this.name = name;
    this.queryMode = "extended";
  }

  /** What goes before it in the same piece. */
  protected lead(_wire: Wire, _connection: Wire): void {}

  override prepare(connection: Wire): void {
    this.#connection = connection;
    const known = this.name === undefined ? undefined : describedBefore(connection, this.name);
    if (known) this.#adopt(known);
    const gathered = gathering(connection, known !== undefined);
    this.lead(gathered.wire, connection);
    super.prepare(gathered.wire);
    connection._send(gathered.message());
  }

  #adopt({ fields, _parsers, _prebuiltEmptyResultObject }: Described): void {
    Object.assign(this._result, { fields, _parsers, _prebuiltEmptyResultObject });
    this._accumulateRows = true;
    this.#isDescribed = true;
  }

  override handleRowDescription(message: unknown): void {
    super.handleRowDescription(message);
    this.#noteDescribed();
  }

  /** One that has ended without a description has no rows. */
  override handleCommandComplete(message: unknown, connection: Wire): void {
    super.handleCommandComplete(message, connection);
    if (!this.#isDescribed) this.#noteDescribed();
  }

  #noteDescribed(): void {
    this.#isDescribed = true;
    if (this.#connection && this.name !== undefined) recordDescribed(this.#connection, this.name, this._result);
  }
}

/** A view of the connection that keeps what is sent, so that all of it goes out as one piece. */
function gathering(connection: Wire, isDescribed: boolean): { readonly wire: Wire; message(): Buffer } {
  const pieces: Buffer[] = [];
  const wire: Wire = Object.create(connection);
  wire._send = (piece) => void pieces.push(piece);
  if (isDescribed) wire.describe = () => undefined;
  return { wire, message: () => Buffer.concat(pieces) };
}
