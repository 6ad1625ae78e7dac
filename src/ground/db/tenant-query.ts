import pg from "pg";
import type { Scope } from "./db.ts";

/** The part of `pg`'s protocol connection that a query uses; its typings omit it. */
interface Wire {
  parse(message: { name: string; text: string; types?: undefined }): void;
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(message: { portal: string }): void;
}

declare module "pg" {
  interface Query {
    prepare(connection: Wire): void;
    handleDataRow(message: unknown): void;
    handleCommandComplete(message: unknown, connection: Wire): void;
  }
}

/** The statement that goes first: whose the next is, and what else its transaction is told. All of it ends with the transaction. */
export function tenantStatement(settings: Readonly<Record<string, string>>): string {
  const fixed = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true), `);
  return `select ${fixed.join("")}set_config('interchange.customer_id', $1, true), set_config('interchange.storefront_id', $2, true),
  set_config('interchange.reach', $3, true), set_config('transaction_read_only', 'on', true)`;
}

const NAME = "tenant";

const prepared = new WeakSet<Wire>();

export interface TenantStatement {
  readonly text: string;
  readonly name: string | undefined;
  readonly values: unknown[];
}

/**
 * A statement preceded by its tenant. In the protocol, everything executed before a sync is one transaction, so the
 * settings are made, apply to the statement, and end: in one message, without `begin` and `commit`.
 */
export class TenantQuery extends pg.Query {
  readonly #first: string;
  readonly #tenant: readonly string[];
  readonly #named: boolean;
  #tenantIsSet = false;

  constructor(
    { text, name, values }: TenantStatement,
    { scope, first }: { readonly scope: Scope; readonly first: string },
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super({ text, values, queryMode: "extended", ...(name !== undefined && { name }), callback } as pg.QueryConfig);
    this.#first = first;
    this.#tenant = [String(scope.customerId ?? ""), String(scope.storefrontId ?? ""), scope.reach];
    this.#named = name !== undefined;
  }

  override prepare(connection: Wire): void {
    const name = this.#named ? NAME : "";
    if (!this.#named || !prepared.has(connection)) connection.parse({ name, text: this.#first });
    if (this.#named) prepared.add(connection);
    connection.bind({ statement: name, values: this.#tenant });
    connection.execute({ portal: "" });
    super.prepare(connection);
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
