import type { Scope } from "../db.ts";
import type { Wire } from "./described-rows.ts";
import type { Messages } from "./messages.ts";
import {
  type CommandComplete,
  type DataRow,
  type QueryCallback,
  type Statement,
  StatementQuery,
} from "./statement-query.ts";

/** The statement that precedes a query, by how the query is planned. */
export interface TenantStatements {
  readonly usual: string;
  readonly plannedOnce: string;
}

/** The statement that precedes a query: it sets the tenant, and the other settings of the transaction. All of them end with it. */
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

export interface TenantStatement extends Statement {
  readonly isPlannedOnce?: boolean | undefined;
}

/**
 * A statement preceded by its tenant. In the protocol, everything executed before a sync is one transaction, so the
 * settings are made, apply to the statement, and end: in one message, without `begin` and `commit`.
 */
export class TenantQuery extends StatementQuery {
  readonly #first: string;
  /** The name under which it is prepared. */
  readonly #firstName: string;
  readonly #tenant: readonly string[];
  #tenantIsSet = false;

  constructor(
    statement: TenantStatement,
    { scope, first }: { readonly scope: Scope; readonly first: TenantStatements },
    callback: QueryCallback,
  ) {
    super(statement, callback);
    const { isPlannedOnce = false, name } = statement;
    this.#first = isPlannedOnce ? first.plannedOnce : first.usual;
    const named = isPlannedOnce ? "tenant_planned_once" : "tenant";
    this.#firstName = name === undefined ? "" : named;
    this.#tenant = [String(scope.customerId ?? ""), String(scope.storefrontId ?? ""), scope.reach];
  }

  protected override lead(messages: Messages, connection: Wire): void {
    const name = this.#firstName;
    const ready = prepared.get(connection) ?? new Set();
    prepared.set(connection, ready);
    if (!ready.has(name)) messages.parse(name, this.#first);
    if (name !== "") ready.add(name);
    messages.bind(name, this.#tenant).execute();
  }

  /** The settings return a row as well, which was not described. */
  override handleDataRow(message: DataRow): void {
    if (this.#tenantIsSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: CommandComplete, connection: Wire): void {
    if (this.#tenantIsSet) super.handleCommandComplete(message, connection);
    this.#tenantIsSet = true;
  }
}
