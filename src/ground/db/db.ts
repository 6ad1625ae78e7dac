import type { Insertable, Kysely, Selectable, Updateable } from "kysely";
import type { DB } from "./tables.gen.ts";

/** A transaction's query builder; stores take it, and only `run` opens one. */
export type Db = Kysely<DB>;
export type Tables = DB;
export type Row<T extends keyof DB> = Selectable<DB[T]>;
export type NewRow<T extends keyof DB> = Insertable<DB[T]>;
export type RowChange<T extends keyof DB> = Updateable<DB[T]>;

declare const everyTenant: unique symbol;
/** A transaction that sees every tenant's rows. A store function that takes one says so in its name. */
export type InstallationDb = Db & { readonly [everyTenant]: true };

/** A transaction's tenant, and its reach (see migration 0001). */
export interface Scope {
  readonly customerId: number | null;
  readonly storefrontId?: number | undefined;
  readonly reach: "tenant" | "pending_sponsor" | "market" | "installation";
}
