import type { InstallationDb } from "../../../ground/db/index.ts";

/** A record that the authorization server stores under an id. The id is stored as a hash, and the content is encrypted. */
export interface AuthorizationRecord {
  readonly model: string;
  readonly idHash: string;
  readonly sealed: string;
  readonly grantHash: string | null;
  readonly uidHash: string | null;
  readonly codeHash: string | null;
  readonly clientHash: string | null;
  readonly expiresAt: Date | null;
}

/** A record as it is read from the database. */
export interface FoundRecord {
  readonly idHash: string;
  readonly sealed: string;
  readonly consumedAt: Date | null;
}

export async function putRecordOfInstallation(
  db: InstallationDb,
  record: AuthorizationRecord,
  wall: Date,
): Promise<void> {
  const { model, idHash, sealed, expiresAt } = record;
  const row = {
    sealed,
    grant_hash: record.grantHash,
    uid_hash: record.uidHash,
    code_hash: record.codeHash,
    client_hash: record.clientHash,
    expires_at: expiresAt,
  };
  await db
    .insertInto("authorization_records")
    .values({ model, id_hash: idHash, created_at: wall, ...row })
    .onConflict((conflict) => conflict.columns(["model", "id_hash"]).doUpdateSet(row))
    .execute();
}

type FoundBy = "id_hash" | "uid_hash" | "code_hash";

export async function findRecordOfInstallation(
  db: InstallationDb,
  model: string,
  by: FoundBy,
  hash: string,
  wall: Date,
): Promise<FoundRecord | undefined> {
  const row = await db
    .selectFrom("authorization_records")
    .select(["id_hash", "sealed", "consumed_at"])
    .where("model", "=", model)
    .where(by, "=", hash)
    .where((record) => record.or([record("expires_at", "is", null), record("expires_at", ">", wall)]))
    .executeTakeFirst();
  return row && { idHash: row.id_hash, sealed: row.sealed, consumedAt: row.consumed_at };
}

/** Of several concurrent calls, only one is told that it was the first. */
export async function consumeRecordOfInstallation(
  db: InstallationDb,
  model: string,
  idHash: string,
  wall: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("authorization_records")
    .set({ consumed_at: wall })
    .where("model", "=", model)
    .where("id_hash", "=", idHash)
    .where("consumed_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Records that a device has polled; false if it already polled after `since`. */
export async function recordPollOfInstallation(
  db: InstallationDb,
  idHash: string,
  wall: Date,
  since: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("authorization_records")
    .set({ polled_at: wall })
    .where("model", "=", "DeviceCode")
    .where("id_hash", "=", idHash)
    .where((record) => record.or([record("polled_at", "is", null), record("polled_at", "<=", since)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function destroyRecordOfInstallation(db: InstallationDb, model: string, idHash: string): Promise<void> {
  await db.deleteFrom("authorization_records").where("model", "=", model).where("id_hash", "=", idHash).execute();
}

/** Deletes everything that was issued under a grant, and the grant itself. */
export async function destroyGrantsOfInstallation(db: InstallationDb, grantHashes: readonly string[]): Promise<void> {
  await db
    .deleteFrom("authorization_records")
    .where((record) => record("grant_hash", "=", record.fn.any(record.val([...grantHashes]))))
    .execute();
  await db
    .deleteFrom("authorization_records")
    .where("model", "=", "Grant")
    .where((record) => record("id_hash", "=", record.fn.any(record.val([...grantHashes]))))
    .execute();
}

export async function deleteExpiredRecordsOfInstallation(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("authorization_records").where("expires_at", "<=", wall).execute();
}

/** Clients can register themselves as often as they like, so a client without any remaining grant is deleted after a while. */
export async function deleteUnusedClientsOfInstallation(db: InstallationDb, before: Date): Promise<void> {
  await db
    .deleteFrom("authorization_records as client")
    .where("client.model", "=", "Client")
    .where("client.created_at", "<", before)
    .where((client) =>
      client.not(
        client.exists(
          client
            .selectFrom("authorization_records as used")
            .select("used.id_hash")
            .whereRef("used.client_hash", "=", "client.id_hash"),
        ),
      ),
    )
    .execute();
}
