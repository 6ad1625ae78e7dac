import type { JWK } from "jose";
import type { InstallationDb } from "../../../ground/db/index.ts";

export interface StoredKey {
  readonly keyId: string;
  readonly period: string;
  readonly publicJwk: JWK;
  /** The complete key, encrypted. */
  readonly sealed: string;
  readonly createdAt: Date;
}

/** The newest first. */
export async function listSigningKeysOfInstallation(db: InstallationDb): Promise<StoredKey[]> {
  const rows = await db.selectFrom("token_signing_keys").selectAll().orderBy("created_at", "desc").execute();
  return rows.map((row) => ({
    keyId: row.key_id,
    period: row.period,
    publicJwk: row.public_jwk as JWK,
    sealed: row.sealed_jwk,
    createdAt: row.created_at,
  }));
}

/** If several processes create the key of a period at the same time, one of them succeeds. */
export async function insertSigningKeyOfInstallation(db: InstallationDb, key: StoredKey): Promise<void> {
  await db
    .insertInto("token_signing_keys")
    .values({
      key_id: key.keyId,
      period: key.period,
      public_jwk: JSON.stringify(key.publicJwk),
      sealed_jwk: key.sealed,
      created_at: key.createdAt,
    })
    .onConflict((conflict) => conflict.column("period").doNothing())
    .execute();
}

export async function deleteSigningKeysOfInstallation(db: InstallationDb, before: Date): Promise<void> {
  await db.deleteFrom("token_signing_keys").where("created_at", "<", before).execute();
}
