// oxlint-disable no-underscore-dangle -- these are the driver's own, which its typings leave out
import pg from "pg";
import type { Scope } from "./db.ts";
import { type Described, describedBefore, noteDescribed, type Wire } from "./described-rows.ts";

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

/** The statements that go first, by how the next is planned. */
export interface TenantStatements {
  readonly usual: string;
  readonly plannedOnce: string;
}

/** The statement that goes first: whose the next is, and what else its transaction is told. All of it ends with the transaction. */
export function tenantStatements(settings: Readonly<Record<string, string>>): TenantStatements {
  return {
    usual: tenantStatement(settings),
    plannedOnce: tenantStatement({ ...settings, plan_cache_mode: "force_generic_plan" }),
  };
}

function tenantStatement(settings: Readonly<Record<string, string>>): string {
  const fixed = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true), `);
  return `select ${fixed.join("")}set_config('interchange.customer_id', $1, true), set_config('interchange.storefront_id', $2, true),
  set_config('interchange.reach', $3, true), set_config('transaction_read_only', 'on', true)`;
}

const prepared = new WeakMap<Wire, Set<string>>();

export interface TenantStatement {
  readonly text: string;
  readonly name: string | undefined;
  readonly values: unknown[];
  readonly isPlannedOnce?: boolean | undefined;
}

type Hear = (error: Error | null, result: pg.QueryResult) => void;

/**
 * A statement preceded by its tenant. In the protocol, everything executed before a sync is one transaction, so the
 * settings are made, apply to the statement, and end: in one message, without `begin` and `commit`. Where the connection has
 * already said of a prepared statement what its rows look like, it is not asked to describe them again.
 */
export class TenantQuery extends pg.Query {
  readonly #first: string;
  /** Under which it is prepared. */
  readonly #firstName: string;
  readonly #tenant: readonly string[];
  #connection: Wire | undefined;
  #tenantIsSet = false;

  constructor(
    { text, name, values, isPlannedOnce = false }: TenantStatement,
    { scope, first }: { readonly scope: Scope; readonly first: TenantStatements },
    callback: Hear,
  ) {
    // The driver clones a config with all its property descriptors, which costs more than the rest of this.
    super(text, values, callback as () => void);
    this.name = name;
    this.queryMode = "extended";
    this.#first = isPlannedOnce ? first.plannedOnce : first.usual;
    const named = isPlannedOnce ? "tenant_planned_once" : "tenant";
    this.#firstName = name === undefined ? "" : named;
    this.#tenant = [String(scope.customerId ?? ""), String(scope.storefrontId ?? ""), scope.reach];
  }

  override prepare(connection: Wire): void {
    this.#connection = connection;
    const known = this.name === undefined ? undefined : describedBefore(connection, this.name);
    if (known) this.#adopt(known);
    const gathered = gathering(connection, known !== undefined);
    const name = this.#firstName;
    const ready = prepared.get(connection) ?? new Set();
    prepared.set(connection, ready);
    if (!ready.has(name)) gathered.wire.parse({ name, text: this.#first });
    if (name !== "") ready.add(name);
    gathered.wire.bind({ statement: name, values: this.#tenant });
    gathered.wire.execute({ portal: "" });
    super.prepare(gathered.wire);
    connection._send(gathered.message());
  }

  #adopt({ fields, _parsers, _prebuiltEmptyResultObject }: Described): void {
    Object.assign(this._result, { fields, _parsers, _prebuiltEmptyResultObject });
    this._accumulateRows = true;
  }

  override handleRowDescription(message: unknown): void {
    super.handleRowDescription(message);
    if (this.#connection && this.name !== undefined) noteDescribed(this.#connection, this.name, this._result);
  }

  /** The settings return a row as well, which was not described. */
  override handleDataRow(message: unknown): void {
    if (this.#tenantIsSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#tenantIsSet) super.handleCommandComplete(message, connection);
    this.#tenantIsSet = true;
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
