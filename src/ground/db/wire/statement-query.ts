// oxlint-disable no-underscore-dangle -- the driver's own members, which its typings omit
import pg from "pg";
import {
  type Described,
  type DriversDescription,
  describedBefore,
  readingOf,
  recordDescribed,
  rowOf,
  type Wire,
} from "./described-rows.ts";
import { Messages } from "./messages.ts";

declare module "pg" {
  interface Query {
    text: string;
    name: string | undefined;
    queryMode: "extended" | undefined;
    readonly callback: QueryCallback;
    handleReadyForQuery(connection: Wire): void;
    readonly _result: DriversDescription & { rows: object[]; rowCount: number | null };
    _canceledDueToError: unknown;
    prepare(connection: Wire): void;
    handleRowDescription(message: unknown): void;
    handleDataRow(message: DataRow): void;
    handleCommandComplete(message: CommandComplete, connection: Wire): void;
  }
}

export interface Statement {
  readonly text: string;
  /** The name under which it is prepared; none if it is not. */
  readonly name: string | undefined;
  readonly values: unknown[];
}

export type QueryCallback = (error: Error | null, result: pg.QueryResult) => void;

export interface DataRow {
  readonly fields: readonly (string | null)[];
}

export interface CommandComplete {
  /** `INSERT 0 3`: a command, and at its end how many rows it concerned. */
  readonly text: string;
}

const messages = new Messages();

/**
 * A statement as one piece on the wire. If this connection has already described the rows of a prepared statement, or that it has
 * none, they are not described again.
 */
export class StatementQuery extends pg.Query {
  #connection: Wire | undefined;
  #described: Described | undefined;
  readonly #values: readonly unknown[];

  constructor({ text, name, values }: Statement, callback: QueryCallback) {
    // The driver clones a config with all its property descriptors, which costs more than the rest of this.
    super(text, values, callback as () => void);
    this.name = name;
    this.queryMode = "extended";
    this.#values = values;
  }

  /** Messages that precede it. */
  protected lead(_messages: Messages, _connection: Wire): void {}

  override prepare(connection: Wire): void {
    this.#connection = connection;
    this.#described = this.name === undefined ? undefined : describedBefore(connection, this.name);
    this.lead(messages, connection);
    const { length } = messages;
    try {
      this.#write(connection);
    } catch (error) {
      // A value that cannot be written. What precedes it is sent, since the connection remembers it; the end's answer reports the error.
      messages.cut(length);
      this._canceledDueToError = error;
    }
    connection._send(messages.sync().take());
  }

  #write(connection: Wire): void {
    const { name = "", text } = this;
    const isNew = !isPrepared(connection, name);
    if (isNew) messages.parse(name, text);
    messages.bind(name, this.#values);
    if (!this.#described) messages.describe();
    messages.execute();
    if (isNew && name !== "") connection.submittedNamedStatements[name] = text;
  }

  override handleRowDescription(message: unknown): void {
    super.handleRowDescription(message);
    this.#recordDescribed();
  }

  override handleDataRow({ fields }: DataRow): void {
    if (this._canceledDueToError || !this.#described) return;
    try {
      this._result.rows.push(rowOf(this.#described, fields));
    } catch (error) {
      this._canceledDueToError = error;
    }
  }

  override handleCommandComplete({ text }: CommandComplete, _connection: Wire): void {
    const count = Number(text.slice(text.lastIndexOf(" ") + 1));
    this._result.rowCount = Number.isNaN(count) ? null : count;
    // A statement that completes without a description has no rows.
    if (!this.#described) this.#recordDescribed();
  }

  /** The driver also tells listeners, of which a statement has none. */
  override handleReadyForQuery(connection: Wire): void {
    if (this._canceledDueToError) super.handleReadyForQuery(connection);
    else this.callback(null, this._result as unknown as pg.QueryResult);
  }

  #recordDescribed(): void {
    const [connection, { name }] = [this.#connection, this];
    this.#described =
      connection && name !== undefined ? recordDescribed(connection, name, this._result) : readingOf(this._result);
  }
}

function isPrepared({ parsedStatements, submittedNamedStatements }: Wire, name: string): boolean {
  return name !== "" && (parsedStatements[name] !== undefined || submittedNamedStatements[name] !== undefined);
}

/** Statements without values and rows, such as those that begin and end transactions. */
export class CommandQuery extends pg.Query {
  constructor(text: string, callback: (error: Error | null) => void) {
    super(text, [], callback as () => void);
  }

  /** There is one of them for each statement. */
  override handleCommandComplete(): void {}
}
