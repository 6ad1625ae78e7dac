import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { ConnectedApplication } from "./connected-application.ts";

export interface NewApplication extends Omit<ConnectedApplication, "person" | "lastUsedAt"> {
  readonly grantId: string;
}

export async function insertApplication(db: Db, application: NewApplication): Promise<void> {
  await db
    .insertInto("connected_applications")
    .values({
      customer_id: application.customerId,
      application_id: application.applicationId,
      user_id: application.userId,
      grant_id: application.grantId,
      client_id: application.clientId,
      name: application.name,
      destination: application.destination,
      resource: application.resource,
      scopes: [...application.scopes],
      connected_at: application.connectedAt,
    })
    .execute();
}

/** Those of one member, or of the whole organisation; newest first. */
export async function listApplications(
  db: Db,
  customerId: number,
  userId: number | undefined,
  { skip, take }: Page,
): Promise<{ applications: ConnectedApplication[]; total: number }> {
  const of = () => {
    const all = db
      .selectFrom("connected_applications as app")
      .where("app.customer_id", "=", customerId)
      .where("app.ended_at", "is", null);
    return userId === undefined ? all : all.where("app.user_id", "=", userId);
  };
  const rows = await of()
    .innerJoin("users", "users.user_id", "app.user_id")
    .selectAll("app")
    .select("users.email")
    .orderBy("app.connected_at", "desc")
    .orderBy("app.application_id", "desc")
    .offset(skip)
    .limit(take)
    .execute();
  const { total } = await of()
    .select((app) => app.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const applications = rows.map((row) => ({
    applicationId: row.application_id,
    customerId: row.customer_id,
    userId: row.user_id,
    person: row.email,
    name: row.name,
    clientId: row.client_id,
    destination: row.destination,
    resource: row.resource,
    scopes: row.scopes,
    connectedAt: row.connected_at,
    lastUsedAt: row.last_used_at,
  }));
  return { applications, total };
}

/** Ends an application, of a given member or of anybody, and returns its grant; undefined if there is no active one. */
export async function endApplication(
  db: Db,
  customerId: number,
  applicationId: string,
  userId: number | undefined,
  wall: Date,
): Promise<string | undefined> {
  const ending = db
    .updateTable("connected_applications")
    .set({ ended_at: wall })
    .where("customer_id", "=", customerId)
    .where("application_id", "=", applicationId)
    .where("ended_at", "is", null);
  const row = await (userId === undefined ? ending : ending.where("user_id", "=", userId))
    .returning("grant_id")
    .executeTakeFirst();
  return row?.grant_id;
}

/** Records that a grant was used; undefined if it has ended, or does not exist. */
export async function recordUseOfAnyCustomer(db: InstallationDb, grantId: string, wall: Date): Promise<void> {
  await db
    .updateTable("connected_applications")
    .set({ last_used_at: wall })
    .where("grant_id", "=", grantId)
    .where("ended_at", "is", null)
    .execute();
}

/** A grant that its own client revoked has ended too. */
export async function endByGrantOfAnyCustomer(db: InstallationDb, grantId: string, wall: Date): Promise<void> {
  await db
    .updateTable("connected_applications")
    .set({ ended_at: wall })
    .where("grant_id", "=", grantId)
    .where("ended_at", "is", null)
    .execute();
}

/** The application behind a grant; undefined if somebody has ended it. */
export async function findApplicationIdOfAnyCustomer(db: InstallationDb, grantId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("connected_applications")
    .select("application_id")
    .where("grant_id", "=", grantId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row?.application_id;
}

export async function isApplicationConnectedOfAnyCustomer(
  db: InstallationDb,
  customerId: number,
  applicationId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("connected_applications")
    .select("ended_at")
    .where("customer_id", "=", customerId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  return row !== undefined && row.ended_at === null;
}
