import type pg from "pg";
import type { Scope } from "./db.ts";

interface TransactionStart {
  readonly scope: Scope;
  readonly mode: "read only" | "read write";
  /** What it is told besides its tenant. */
  readonly settings: Readonly<Record<string, string>>;
  /** Citus forwards the whole message that a setting comes in, so there each statement is a message of its own. */
  readonly isApart: boolean;
}

/**
 * Begins a transaction that knows its tenant, pipelined. A begin that fails fails every statement behind it; theirs is the error that is
 * reported.
 */
export function begin(client: pg.PoolClient, { scope, mode, settings, isApart }: TransactionStart): void {
  const { customerId, storefrontId, reach } = scope;
  const local = Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`);
  local.push(`set local interchange.reach = '${reach}'`);
  if (customerId !== null) local.push(`set local interchange.customer_id = '${whole(customerId)}'`);
  if (storefrontId !== undefined) local.push(`set local interchange.storefront_id = '${whole(storefrontId)}'`);
  const statements = [`begin ${mode}`, ...local];
  for (const text of isApart ? statements : [statements.join("; ")]) client.query(text).catch(() => undefined);
}

/** The settings are interpolated into SQL, so only integers are allowed there. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id)) throw new TypeError(`not an id: ${String(id)}`);
  return id;
}
