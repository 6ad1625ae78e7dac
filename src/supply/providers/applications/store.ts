import { type InstallationDb, type Row, storableJson } from "../../../ground/db/index.ts";
import type { Provider } from "../contract/provider.ts";
import type { Application } from "./application.ts";

export async function listApplications(db: InstallationDb): Promise<Application[]> {
  const rows = await db.selectFrom("provider_applications").selectAll().orderBy("provider").execute();
  return rows.map(fromRow);
}

export async function findApplication(db: InstallationDb, provider: Provider): Promise<Application | undefined> {
  const row = await db
    .selectFrom("provider_applications")
    .selectAll()
    .where("provider", "=", provider)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveApplication(db: InstallationDb, application: Application): Promise<void> {
  const { provider, clientId, sealed, settings, updatedAt } = application;
  const said = { client_id: clientId, sealed, settings: storableJson(settings), updated_at: updatedAt };
  await db
    .insertInto("provider_applications")
    .values({ provider, ...said })
    .onConflict((conflict) => conflict.column("provider").doUpdateSet(said))
    .execute();
}

/** Returns whether there was one. */
export async function deleteApplication(db: InstallationDb, provider: Provider): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("provider_applications")
    .where("provider", "=", provider)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function fromRow(row: Row<"provider_applications">): Application {
  return {
    provider: row.provider as Provider,
    clientId: row.client_id,
    sealed: row.sealed,
    settings: row.settings as Record<string, string>,
    updatedAt: row.updated_at,
  };
}
