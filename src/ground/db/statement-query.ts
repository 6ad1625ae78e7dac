// oxlint-disable no-underscore-dangle -- the driver's own members, which its typings omit
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
  /** The name under which it is prepared; none if it is not. */
  readonly name: string | undefined;
  readonly values: unknown[];
}

export type QueryCallback = (error: Error | null, result: pg.QueryResult) => void;

/**
 * A statement as one write to the socket. If this connection has already described the rows of a prepared statement, or that it has
 * none, they are not described again.
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

  /** Messages that precede it in the same write. */
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
    this.#recordDescribed();
  }

  /** A statement that completes without a description has no rows. */
  override handleCommandComplete(message: unknown, connection: Wire): void {
    super.handleCommandComplete(message, connection);
    if (!this.#isDescribed) this.#recordDescribed();
  }

  #recordDescribed(): void {
    this.#isDescribed = true;
    if (this.#connection && this.name !== undefined) recordDescribed(this.#connection, this.name, this._result);
  }
}

/** A view of the connection that collects what is sent, so that all of it goes out in one write. */
function gathering(connection: Wire, isDescribed: boolean): { readonly wire: Wire; message(): Buffer } {
  const pieces: Buffer[] = [];
  const wire: Wire = Object.create(connection);
  wire._send = (piece) => void pieces.push(piece);
  if (isDescribed) wire.describe = () => undefined;
  return { wire, message: () => Buffer.concat(pieces) };
}
