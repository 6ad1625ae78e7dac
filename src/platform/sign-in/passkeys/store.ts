import type { InstallationDb, Row } from "../../../ground/db/index.ts";
import type { Credential, Passkey } from "./passkey.ts";

/** Returns whether it is new: the id of an authenticator can belong to only one person. */
export async function insertPasskeyOfInstallation(db: InstallationDb, passkey: Passkey & Credential): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("passkeys")
    .values({
      passkey_id: passkey.passkeyId,
      user_id: passkey.userId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
      synced: passkey.synced,
      created_at: passkey.createdAt,
    })
    .onConflict((conflict) => conflict.column("credential_id").doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The newest first. */
export async function listPasskeysOfPerson(db: InstallationDb, userId: number): Promise<(Passkey & Credential)[]> {
  const rows = await db
    .selectFrom("passkeys")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("created_at", "desc")
    .orderBy("passkey_id", "desc")
    .execute();
  return rows.map(fromRow);
}

export async function findPasskeyOfInstallation(
  db: InstallationDb,
  credentialId: string,
): Promise<(Passkey & Credential) | undefined> {
  const row = await db.selectFrom("passkeys").selectAll().where("credential_id", "=", credentialId).executeTakeFirst();
  return row && fromRow(row);
}

/** Records that it has signed. Returns false if its signature counter has not increased, which shows that the passkey was copied. */
export async function recordPasskeyOfInstallation(
  db: InstallationDb,
  { passkeyId, counter }: Pick<Passkey & Credential, "passkeyId" | "counter">,
  wall: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("passkeys")
    .set({ counter, last_used_at: wall })
    .where("passkey_id", "=", passkeyId)
    .where((passkey) => passkey.or([passkey("counter", "<", counter), passkey("counter", "=", 0)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

interface Named {
  readonly userId: number;
  readonly passkeyId: string;
}

export async function renamePasskeyOfPerson(
  db: InstallationDb,
  { userId, passkeyId }: Named,
  name: string,
): Promise<Passkey | undefined> {
  const row = await db
    .updateTable("passkeys")
    .set({ name })
    .where("passkey_id", "=", passkeyId)
    .where("user_id", "=", userId)
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Returns whether there was one. */
export async function deletePasskeyOfPerson(db: InstallationDb, { userId, passkeyId }: Named): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("passkeys")
    .where("passkey_id", "=", passkeyId)
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Returns whether this challenge has not been answered before; of several concurrent calls, only one gets true. */
export async function spendChallengeOfInstallation(
  db: InstallationDb,
  { hash, expiresAt }: { readonly hash: string; readonly expiresAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("answered_challenges")
    .values({ challenge_hash: hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function deleteChallengesOfInstallation(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("answered_challenges").where("expires_at", "<=", wall).execute();
}

function fromRow(row: Row<"passkeys">): Passkey & Credential {
  return {
    passkeyId: row.passkey_id,
    userId: row.user_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports,
    name: row.name,
    synced: row.synced,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
