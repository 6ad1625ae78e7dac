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

/**
 * A statement preceded by its tenant. In the protocol, everything executed before a sync is one transaction, so the
 * settings are made, apply to the statement, and end: in one message, without `begin` and `commit`.
 */
export class TenantQuery extends pg.Query {
  readonly #first: string;
  readonly #tenant: readonly string[];
  readonly #name: string;
  #tenantIsSet = false;

  constructor(
    { text, name, values, isPlannedOnce = false }: TenantStatement,
    { scope, first }: { readonly scope: Scope; readonly first: TenantStatements },
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super({ text, values, queryMode: "extended", ...(name !== undefined && { name }), callback } as pg.QueryConfig);
    this.#first = isPlannedOnce ? first.plannedOnce : first.usual;
    this.#tenant = [String(scope.customerId ?? ""), String(scope.storefrontId ?? ""), scope.reach];
    const named = isPlannedOnce ? "tenant_planned_once" : "tenant";
    this.#name = name === undefined ? "" : named;
  }

  override prepare(connection: Wire): void {
    const name = this.#name;
    const known = prepared.get(connection) ?? new Set();
    prepared.set(connection, known);
    if (!known.has(name)) connection.parse({ name, text: this.#first });
    if (name !== "") known.add(name);
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
