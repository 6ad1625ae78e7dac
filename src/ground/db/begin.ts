import type pg from "pg";
import type { Scope } from "./db.ts";
import { CommandQuery } from "./wire/index.ts";

interface TransactionStart {
  readonly scope: Scope;
  readonly mode: "read only" | "read write";
  /** Its settings in addition to its tenant. */
  readonly settings: Readonly<Record<string, string>>;
  /** Citus forwards the whole message that contains a setting, so with Citus each statement is a separate message. */
  readonly isApart: boolean;
}

/**
 * Begins a transaction with its tenant's settings, pipelined. If the begin fails, so does every statement after it, and their error is
 * the one that is reported.
 */
export function begin(client: pg.PoolClient, { scope, mode, settings, isApart }: TransactionStart): void {
  const { customerId, storefrontId, reach } = scope;
  const local = Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`);
  local.push(`set local interchange.reach = '${reach}'`);
  if (customerId !== null) local.push(`set local interchange.customer_id = '${whole(customerId)}'`);
  if (storefrontId !== undefined) local.push(`set local interchange.storefront_id = '${whole(storefrontId)}'`);
  const statements = [`begin ${mode}`, ...local];
  for (const text of isApart ? statements : [statements.join("; ")]) client.query(new CommandQuery(text, ignore));
}

/** The settings are interpolated into SQL, so only integers are allowed there. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id)) throw new TypeError(`not an id: ${String(id)}`);
  return id;
}

function ignore(): void {}
