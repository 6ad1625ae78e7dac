import type { InstallationDb } from "../../../../ground/db/index.ts";
import type { AuthMethod, ClientPlace, Registration, StoredClient } from "./client.ts";

/** The current registration; one whose secret has expired does not count. */
export async function findClient(
  db: InstallationDb,
  { issuer, redirectUri }: ClientPlace,
  wall: Date,
): Promise<StoredClient | undefined> {
  const row = await db
    .selectFrom("oauth_clients")
    .selectAll()
    .where("issuer", "=", issuer)
    .where("redirect_uri", "=", redirectUri)
    .where((client) => client.or([client("expires_at", "is", null), client("expires_at", ">", wall)]))
    .executeTakeFirst();
  if (!row) return undefined;
  const { oauth_client_id: clientNumber, client_id: clientId, sealed } = row;
  return { clientNumber, clientId, authMethod: row.auth_method as AuthMethod, sealed };
}

/**
 * Stores a registration without its secret and returns its number; undefined if there is another one. The secret is
 * encrypted for that number, so it is stored afterwards.
 */
export async function saveClient(
  db: InstallationDb,
  { issuer, redirectUri, clientId, authMethod, expiresAt }: Registration,
  wall: Date,
): Promise<number | undefined> {
  const registered = {
    client_id: clientId,
    auth_method: authMethod,
    sealed: null,
    expires_at: expiresAt,
    created_at: wall,
  };
  const row = await db
    .insertInto("oauth_clients")
    .values({ issuer, redirect_uri: redirectUri, ...registered })
    .onConflict((conflict) =>
      conflict
        .columns(["issuer", "redirect_uri"])
        .doUpdateSet(registered)
        .where("oauth_clients.expires_at", "<=", wall),
    )
    .returning("oauth_client_id")
    .executeTakeFirst();
  return row?.oauth_client_id;
}

export async function saveClientSecret(db: InstallationDb, clientNumber: number, sealed: string): Promise<void> {
  await db.updateTable("oauth_clients").set({ sealed }).where("oauth_client_id", "=", clientNumber).execute();
}

export async function deleteClient(
  db: InstallationDb,
  { issuer, redirectUri, clientId }: ClientPlace & Pick<StoredClient, "clientId">,
): Promise<void> {
  await db
    .deleteFrom("oauth_clients")
    .where("issuer", "=", issuer)
    .where("redirect_uri", "=", redirectUri)
    .where("client_id", "=", clientId)
    .execute();
}
