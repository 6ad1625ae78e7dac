import { sql } from "kysely";
import { type Db, type InstallationDb, preparedQuery, type Row } from "../../ground/db/index.ts";
import type { NewSource, Source } from "./source.ts";

/** The sources, in the order in which they were added. */
export async function listSources(db: Db, customerId: number): Promise<Source[]> {
  const rows = await sources(db, customerId).orderBy("inventory_source_id").execute();
  return rows.map(fromRow);
}

/** The sources from which a storefront sells. */
export async function listActiveSources(db: Db, customerId: number, storefrontId: number): Promise<Source[]> {
  const rows = await activeSources(db, { customerId, storefrontId });
  return rows.map(fromRow);
}

const activeSources = preparedQuery((db, asked: Pick<Source, "customerId" | "storefrontId">) =>
  sources(db, asked.customerId)
    .where("storefront_id", "=", asked.storefrontId)
    .where("status", "=", "ACTIVE")
    .orderBy("inventory_source_id"),
);

export async function findSource(db: Db, customerId: number, sourceId: string): Promise<Source | undefined> {
  const row = await sources(db, customerId).where("source_id", "=", sourceId).executeTakeFirst();
  return row && fromRow(row);
}

export async function findSourceNumbered(
  db: Db,
  customerId: number,
  inventorySourceId: number,
): Promise<Source | undefined> {
  const row = await sources(db, customerId).where("inventory_source_id", "=", inventorySourceId).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the source: the next change to it waits for this transaction. */
export async function lockSource(db: Db, customerId: number, sourceId: string): Promise<Source | undefined> {
  const row = await sources(db, customerId).where("source_id", "=", sourceId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Undefined if the storefront already has a source with this id. */
export async function insertSource(
  db: Db,
  source: NewSource & Pick<Source, "heldBack">,
  at: Date,
): Promise<Source | undefined> {
  const row = await db
    .insertInto("inventory_sources")
    .values({
      ...columnsOf(source),
      customer_id: source.customerId,
      storefront_id: source.storefrontId,
      source_id: source.sourceId,
      execution_type: source.executionType,
      type: source.type,
      held_back: source.heldBack,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(["storefront_id", "source_id"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/**
 * Stores a source. If its agent has changed, the old agent's grades are removed and the new agent is due for a test;
 * `heldUngraded` says whether the source is withheld until then.
 */
export async function updateSource(
  db: Db,
  source: Source,
  heldUngraded: boolean,
  { at, wall }: { readonly at: Date; readonly wall: Date },
): Promise<Source> {
  const stays = sql`agent_id is not distinct from ${source.agentId}`;
  const row = await db
    .updateTable("inventory_sources")
    .set({
      ...columnsOf(source),
      track_statuses: sql`case when ${stays} then track_statuses end`,
      registry_status: sql`case when ${stays} then registry_status end`,
      held_back: sql`case when ${stays} then held_back else ${heldUngraded} end`,
      examine_at: sql`case when ${stays} and auth_configured = ${source.authConfigured} then examine_at else ${wall}::timestamptz end`,
      updated_at: at,
    })
    .where("customer_id", "=", source.customerId)
    .where("inventory_source_id", "=", source.inventorySourceId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/** Stores the current capabilities of a source that nobody has to ask. */
export async function saveCapabilities(
  db: Db,
  { customerId, inventorySourceId }: Pick<Source, "customerId" | "inventorySourceId">,
  capabilities: NonNullable<Source["capabilities"]>,
  at: Date,
): Promise<void> {
  await db
    .updateTable("inventory_sources")
    .set({ capabilities: JSON.stringify(capabilities), capabilities_at: at })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

/** Deletes the source with its secret. */
export async function deleteSource(db: Db, { customerId, inventorySourceId }: Source): Promise<void> {
  await db
    .deleteFrom("inventory_sources")
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

/** Whether an order is still open at the source: not refused, not failed, and not over. */
export async function hasOpenOrders(db: Db, { customerId, inventorySourceId }: Source): Promise<boolean> {
  const open = await db
    .selectFrom("order_legs")
    .select("leg_id")
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where("state", "not in", ["rejected", "canceled"])
    .where((leg) =>
      leg.or([leg("seller_status", "is", null), leg("seller_status", "not in", ["completed", "rejected", "canceled"])]),
    )
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}

export interface DueRecheck {
  readonly customerId: number;
  readonly sourceId: string;
  readonly at: Date;
}

export async function listDueRechecksOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<DueRecheck[]> {
  return db
    .selectFrom("inventory_sources")
    .select(["customer_id as customerId", "source_id as sourceId", "recheck_at as at"])
    .where("recheck_at", "<=", wall)
    .where("agent_id", "is not", null)
    .where("status", "!=", "DISABLED")
    .orderBy("recheck_at")
    .limit(limit)
    .execute();
}

/** Returns false if it was no longer due, because somebody else has claimed it. */
export async function claimRecheck(
  db: Db,
  { customerId, sourceId }: Pick<Source, "customerId" | "sourceId">,
  { wall, next }: { readonly wall: Date; readonly next: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("inventory_sources")
    .set({ recheck_at: next })
    .where("customer_id", "=", customerId)
    .where("source_id", "=", sourceId)
    .where("recheck_at", "<=", wall)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Encrypted credentials, by source number. */
export async function findSealedAuths(
  db: Db,
  customerId: number,
  inventorySourceIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom("source_secrets")
    .select(["inventory_source_id", "sealed"])
    .where("customer_id", "=", customerId)
    .where((secret) => secret("inventory_source_id", "=", secret.fn.any(secret.val([...inventorySourceIds]))))
    .execute();
  return new Map(rows.map((row) => [row.inventory_source_id, row.sealed]));
}

export async function saveSealedAuth(
  db: Db,
  { customerId, inventorySourceId }: Source,
  authType: string,
  sealed: string,
  at: Date,
): Promise<void> {
  const secret = { auth_type: authType, sealed, updated_at: at };
  await db
    .insertInto("source_secrets")
    .values({ customer_id: customerId, inventory_source_id: inventorySourceId, ...secret })
    .onConflict((conflict) => conflict.columns(["customer_id", "inventory_source_id"]).doUpdateSet(secret))
    .execute();
}

export async function deleteSealedAuth(db: Db, { customerId, inventorySourceId }: Source): Promise<void> {
  await db
    .deleteFrom("source_secrets")
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

function sources(db: Db, customerId: number) {
  return db.selectFrom("inventory_sources").selectAll().where("customer_id", "=", customerId);
}

function columnsOf(source: NewSource) {
  return {
    name: source.name,
    description: source.description,
    status: source.status,
    agent_id: source.agentId,
    endpoint_url: source.endpointUrl,
    protocol: source.protocol,
    authentication_type: source.authenticationType,
    auth_configured: source.authConfigured,
    requires_credentials: source.requiresCredentials,
    buyers_bring_own: source.buyersBringOwn,
    simulation: source.simulation && JSON.stringify(source.simulation),
    capabilities: source.capabilities && JSON.stringify(source.capabilities),
    capabilities_at: source.capabilitiesAt,
    connection_error: source.connectionError,
  };
}

export function fromRow(row: Row<"inventory_sources">): Source {
  return {
    inventorySourceId: row.inventory_source_id,
    customerId: row.customer_id,
    storefrontId: row.storefront_id,
    sourceId: row.source_id,
    name: row.name,
    description: row.description,
    executionType: row.execution_type as Source["executionType"],
    status: row.status as Source["status"],
    type: row.type as Source["type"],
    agentId: row.agent_id,
    endpointUrl: row.endpoint_url,
    protocol: row.protocol as Source["protocol"],
    authenticationType: row.authentication_type as Source["authenticationType"],
    authConfigured: row.auth_configured,
    requiresCredentials: row.requires_credentials,
    buyersBringOwn: row.buyers_bring_own,
    simulation: row.simulation as Source["simulation"],
    capabilities: row.capabilities as unknown as Source["capabilities"],
    capabilitiesAt: row.capabilities_at,
    connectionError: row.connection_error,
    trackStatuses: row.track_statuses as Source["trackStatuses"],
    registryStatus: row.registry_status as Source["registryStatus"],
    heldBack: row.held_back,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
