import { sql } from "kysely";
import { type Db, type InstallationDb, pageAndTotal } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { ApiKey, MintedKey } from "./api-key.ts";

export interface NewApiKey {
  readonly customerId: number;
  readonly apiKeyId: string;
  readonly userId: number;
  readonly name: string;
  readonly description: string | null;
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
      description: key.description,
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

/** Keys that were not revoked, only those of one holder if one is named; newest first, with the total number. */
export async function listApiKeys(
  db: Db,
  customerId: number,
  holderId: number | undefined,
  page: Page,
): Promise<{ keys: ApiKey[]; total: number }> {
  const matching = keysOf(db, customerId).$if(holderId !== undefined, (keys) =>
    keys.where("api_keys.user_id", "=", holderId ?? 0),
  );
  const { rows, total } = await pageAndTotal(matching.orderBy("api_key_id", "desc"), page);
  return { keys: rows.map(fromRow), total };
}

export async function findApiKey(db: Db, customerId: number, apiKeyId: string): Promise<ApiKey | undefined> {
  const row = await keysOf(db, customerId).where("api_key_id", "=", apiKeyId).executeTakeFirst();
  return row && fromRow(row);
}

/** Whether there was a key that had not been revoked before. */
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

/** For a person who is no longer a member. */
export async function revokeKeysOfMember(db: Db, customerId: number, userId: number, at: Date): Promise<void> {
  await db
    .updateTable("api_keys")
    .set({ revoked_at: at })
    .where("customer_id", "=", customerId)
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .execute();
}

/** Finds a key by its public half, whichever organisation owns it. */
export async function findKeyOfAnyCustomer(
  db: InstallationDb,
  clientId: string,
): Promise<{ readonly customerId: number; readonly apiKeyId: string } | undefined> {
  return db
    .selectFrom("api_keys")
    .select(["customer_id as customerId", "api_key_id as apiKeyId"])
    .where("client_id", "=", clientId)
    .executeTakeFirst();
}

export interface KeyUse {
  readonly customerId: number;
  readonly apiKeyId: string;
  readonly at: Date;
}

/** Records when many keys were last used; an earlier time never overwrites a later one. */
export async function recordUsesOfAllCustomers(db: InstallationDb, uses: readonly KeyUse[]): Promise<void> {
  const [customerIds, apiKeyIds] = [uses.map(({ customerId }) => customerId), uses.map(({ apiKeyId }) => apiKeyId)];
  await sql`
    update api_keys set last_used_at = greatest(last_used_at, used.at)
    from unnest(${customerIds}::bigint[], ${apiKeyIds}::text[], ${uses.map(({ at }) => at)}::timestamptz[])
      as used (customer_id, api_key_id, at)
    where api_keys.customer_id = used.customer_id and api_keys.api_key_id = used.api_key_id`.execute(db);
}

function keysOf(db: Db, customerId: number) {
  return db
    .selectFrom("api_keys")
    .innerJoin("users", "users.user_id", "api_keys.user_id")
    .select([
      "api_key_id",
      "api_keys.user_id",
      "users.email",
      "api_keys.name",
      "description",
      "client_id",
      "read_only",
      "expires_at",
      "last_used_at",
      "api_keys.created_at",
    ])
    .where("customer_id", "=", customerId)
    .where("revoked_at", "is", null);
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof keysOf>["executeTakeFirstOrThrow"]>>;

function fromRow(row: KeyRow): ApiKey {
  return {
    apiKeyId: row.api_key_id,
    userId: row.user_id,
    holder: row.email,
    name: row.name,
    description: row.description,
    clientId: row.client_id,
    readOnly: row.read_only,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    createdAt: row.created_at,
  };
}
