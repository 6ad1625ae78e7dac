import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { Provider } from "../contract/provider.ts";
import type { Connection } from "./connection.ts";

type ConnectionRef = Pick<Connection, "customerId" | "connectionId">;

/** A storefront's connection; undefined if there is none. */
export async function findStanding(db: Db, customerId: number, storefrontId: number): Promise<Connection | undefined> {
  const row = await standing(db, customerId).where("storefront_id", "=", storefrontId).executeTakeFirst();
  return row && fromRow(row);
}

export async function listStanding(db: Db, customerId: number): Promise<Connection[]> {
  const rows = await standing(db, customerId).orderBy("connection_id").execute();
  return rows.map(fromRow);
}

export async function findConnection(
  db: Db,
  { customerId, connectionId }: ConnectionRef,
): Promise<Connection | undefined> {
  const row = await standing(db, customerId).where("connection_id", "=", connectionId).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the connection: the next transaction that needs it waits for this one. */
export async function lockConnection(
  db: Db,
  { customerId, connectionId }: ConnectionRef,
): Promise<Connection | undefined> {
  const row = await standing(db, customerId).where("connection_id", "=", connectionId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

type NewConnection = Pick<
  Connection,
  "customerId" | "storefrontId" | "provider" | "ownerKind" | "credentialKind" | "createdBy"
>;

/** The existing connection, or a new one that waits for consent. */
export async function ensureConnection(db: Db, connection: NewConnection, at: Date): Promise<Connection> {
  const { customerId, storefrontId } = connection;
  await db
    .insertInto("provider_connections")
    .values({
      customer_id: customerId,
      storefront_id: storefrontId,
      provider: connection.provider,
      owner_kind: connection.ownerKind,
      credential_kind: connection.credentialKind,
      status: "PENDING",
      created_by: connection.createdBy,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "storefront_id"]).where("archived_at", "is", null).doNothing(),
    )
    .execute();
  const found = await findStanding(db, customerId, storefrontId);
  if (!found) throw new Error(`the connection of storefront ${storefrontId} is gone`);
  return found;
}

/** Writes every field that can change. */
export async function saveConnection(db: Db, connection: Connection, at: Date): Promise<void> {
  await db
    .updateTable("provider_connections")
    .set({
      credential_kind: connection.credentialKind,
      status: connection.status,
      status_reason: connection.statusReason,
      sealed: connection.sealed,
      scopes: [...connection.scopes],
      expires_at: connection.expiresAt,
      reauthorise_by: connection.reauthoriseBy,
      reminded_days: connection.remindedDays,
      last_refreshed_at: connection.lastRefreshedAt,
      renew_at: connection.renewAt,
      attempts: connection.attempts,
      fence: connection.fence,
      lease_until: connection.leaseUntil,
      connected_by: connection.connectedBy,
      archived_at: connection.archivedAt,
      updated_at: at,
    })
    .where("customer_id", "=", connection.customerId)
    .where("connection_id", "=", connection.connectionId)
    .execute();
}

/** Connections whose token has to be renewed, or whose consent ends soon enough for a notice, in wall-clock time. */
export async function listDueOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<readonly (ConnectionRef & { readonly at: Date })[]> {
  const rows = await db
    .selectFrom("provider_connections")
    .select(["customer_id", "connection_id", "renew_at"])
    .where("archived_at", "is", null)
    .where("status", "=", "CONNECTED")
    .where("renew_at", "<=", wall)
    .where(({ or, eb }) => or([eb("lease_until", "is", null), eb("lease_until", "<=", wall)]))
    .orderBy("renew_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    connectionId: row.connection_id,
    at: row.renew_at ?? wall,
  }));
}

/** Connections whose consent ends within this many days, whether or not a notice was sent. */
export async function listEndingOfAllCustomers(db: InstallationDb, wall: Date, days: number): Promise<Connection[]> {
  const rows = await db
    .selectFrom("provider_connections")
    .selectAll()
    .where("archived_at", "is", null)
    .where("status", "=", "CONNECTED")
    .where("reauthorise_by", ">", wall)
    .where("reauthorise_by", "<=", sql<Date>`${wall}::timestamptz + make_interval(days => ${days}::int)`)
    .execute();
  return rows.map(fromRow);
}

function standing(db: Db, customerId: number) {
  return db
    .selectFrom("provider_connections")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("archived_at", "is", null);
}

function fromRow(row: Row<"provider_connections">): Connection {
  return {
    customerId: row.customer_id,
    connectionId: row.connection_id,
    storefrontId: row.storefront_id,
    provider: row.provider as Provider,
    ownerKind: row.owner_kind as Connection["ownerKind"],
    credentialKind: row.credential_kind as Connection["credentialKind"],
    status: row.status as Connection["status"],
    statusReason: row.status_reason,
    sealed: row.sealed,
    scopes: row.scopes,
    expiresAt: row.expires_at,
    reauthoriseBy: row.reauthorise_by,
    remindedDays: row.reminded_days,
    lastRefreshedAt: row.last_refreshed_at,
    renewAt: row.renew_at,
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
    createdBy: row.created_by,
    connectedBy: row.connected_by,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
