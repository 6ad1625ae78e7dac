import type { Db, InstallationDb } from "../../ground/db/index.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { selectMembersOfAnyCustomer, viewerFrom } from "../customers/index.ts";
import type { MintedKey } from "./api-key.ts";

export interface NewApiKey {
  readonly customerId: number;
  readonly apiKeyId: string;
  readonly userId: number;
  readonly name: string;
  readonly readOnly: boolean;
  readonly expiresAt: Date | null;
}

export async function insertApiKey(
  db: Db,
  key: NewApiKey,
  { clientId, secretHash }: MintedKey,
  at: Date,
): Promise<void> {
  await db
    .insertInto("api_keys")
    .values({
      customer_id: key.customerId,
      api_key_id: key.apiKeyId,
      user_id: key.userId,
      name: key.name,
      client_id: clientId,
      secret_hash: secretHash,
      read_only: key.readOnly,
      expires_at: key.expiresAt,
      created_at: at,
    })
    .execute();
}

export async function hasHadKey(db: Db, customerId: number): Promise<boolean> {
  const row = await db
    .selectFrom("api_keys")
    .select("api_key_id")
    .where("customer_id", "=", customerId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function revokeApiKey(db: Db, customerId: number, apiKeyId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("api_keys")
    .set({ revoked_at: at })
    .where("customer_id", "=", customerId)
    .where("api_key_id", "=", apiKeyId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whoever holds the key, or nobody: unknown, revoked, expired and no longer a member are one answer. */
export async function findHolderOfAnyCustomer(
  db: InstallationDb,
  secretHash: string,
  termsVersion: string,
  now: Date,
): Promise<Viewer | undefined> {
  const row = await selectMembersOfAnyCustomer(db)
    .innerJoin("api_keys", (on) =>
      on.onRef("api_keys.customer_id", "=", "members.customer_id").onRef("api_keys.user_id", "=", "members.user_id"),
    )
    .select("api_keys.read_only")
    .where("api_keys.secret_hash", "=", secretHash)
    .where("api_keys.revoked_at", "is", null)
    .where((keys) => keys.or([keys("api_keys.expires_at", "is", null), keys("api_keys.expires_at", ">", now)]))
    .executeTakeFirst();
  return row && viewerFrom(row, termsVersion, { readOnly: row.read_only });
}
