import { sql } from "kysely";
import { type Db, type InstallationDb, pageAndTotal, preparedQuery, type Row } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { CallerKey, MintedKey } from "./caller-key.ts";

export async function insertCallerKey(
  db: Db,
  customerId: number,
  key: CallerKey,
  { clientId, secretHash }: MintedKey,
): Promise<void> {
  await db
    .insertInto("caller_keys")
    .values({
      customer_id: customerId,
      caller_key_id: key.callerKeyId,
      storefront_id: key.storefrontId,
      name: key.name,
      operator_domain: key.operatorDomain,
      brand_domain: key.brandDomain,
      sandbox: key.sandbox,
      client_id: clientId,
      secret_hash: secretHash,
      signing_keys: JSON.stringify(key.signingKeys),
      signing_required: key.signingRequired,
      agent_billing: key.agentBilling,
      expires_at: key.expiresAt,
      created_at: key.createdAt,
    })
    .execute();
}

/** The keys that were not revoked, newest first, and their total number. */
export async function listCallerKeys(
  db: Db,
  customerId: number,
  page: Page,
): Promise<{ keys: CallerKey[]; total: number }> {
  const { rows, total } = await pageAndTotal(heldKeys(db, customerId).orderBy("caller_key_id", "desc"), page);
  return { keys: rows.map(fromRow), total };
}

/** The keys that were not revoked and expire within the period, the soonest first, and their total number. */
export async function listEndingKeys(
  db: Db,
  customerId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
  page: Page,
): Promise<{ keys: CallerKey[]; total: number }> {
  const ending = heldKeys(db, customerId).where("expires_at", ">", from).where("expires_at", "<", to);
  const { rows, total } = await pageAndTotal(ending.orderBy("expires_at").orderBy("caller_key_id"), page);
  return { keys: rows.map(fromRow), total };
}

/** Those of the key ids that some key of the storefront already uses for signing. */
export async function findSigningKeyIds(db: Db, customerId: number, keyIds: readonly string[]): Promise<string[]> {
  if (keyIds.length === 0) return [];
  const rows = await heldKeys(db, customerId).where(sql<boolean>`jsonb_exists_any(signing_keys, ${keyIds})`).execute();
  return rows.map(fromRow).flatMap(({ signingKeys }) => keyIds.filter((keyId) => keyId in signingKeys));
}

/** Returns whether there was such a key and it was not already revoked. */
export async function revokeCallerKey(db: Db, customerId: number, callerKeyId: string, wall: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("caller_keys")
    .set({ revoked_at: wall })
    .where("customer_id", "=", customerId)
    .where("caller_key_id", "=", callerKeyId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A key that was found before its owner was known. */
export interface FoundKey extends CallerKey {
  /** The seller that issued the key. */
  readonly customerId: number;
  readonly isRevoked: boolean;
}

/** The key with this secret, if it belongs to this storefront and has neither been revoked nor expired. */
export async function findKeyBySecretOfAnyCustomer(
  db: InstallationDb,
  asked: { readonly secretHash: string; readonly platformId: string; readonly wall: Date },
): Promise<FoundKey | undefined> {
  const [row] = await keyBySecret(db, asked);
  return row && foundRow(row);
}

const keyBySecret = preparedQuery(
  (db: InstallationDb, asked: { readonly secretHash: string; readonly platformId: string; readonly wall: Date }) =>
    keysAt(db, asked.platformId)
      .where("secret_hash", "=", asked.secretHash)
      .where("revoked_at", "is", null)
      .where((key) => key.or([key("expires_at", "is", null), key("expires_at", ">", asked.wall)])),
);

/**
 * The storefront's key that signs with this key id, if it has not expired. A revoked key is returned only if no other
 * key has this id.
 */
export async function findKeyBySignerOfAnyCustomer(
  db: InstallationDb,
  { keyId, platformId, wall }: { readonly keyId: string; readonly platformId: string; readonly wall: Date },
): Promise<FoundKey | undefined> {
  const row = await keysAt(db, platformId)
    .where(sql<boolean>`signing_keys <> '{}'`)
    .where(sql<boolean>`jsonb_exists(signing_keys, ${keyId})`)
    .where((key) => key.or([key("expires_at", "is", null), key("expires_at", ">", wall)]))
    .orderBy(sql`revoked_at is not null`)
    .orderBy("caller_key_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && foundRow(row);
}

function keysAt(db: InstallationDb, platformId: string) {
  return db
    .selectFrom("caller_keys")
    .innerJoin("storefronts", "storefronts.storefront_id", "caller_keys.storefront_id")
    .select(COLUMNS)
    .select(["caller_keys.customer_id", "caller_keys.revoked_at"])
    .where("storefronts.platform_id", "=", platformId);
}

function heldKeys(db: Db, customerId: number) {
  return db
    .selectFrom("caller_keys")
    .select(COLUMNS)
    .where("caller_keys.customer_id", "=", customerId)
    .where("revoked_at", "is", null);
}

const COLUMNS = [
  "caller_key_id",
  "caller_keys.storefront_id",
  "caller_keys.name",
  "caller_keys.operator_domain",
  "brand_domain",
  "sandbox",
  "client_id",
  "signing_keys",
  "signing_required",
  "agent_billing",
  "expires_at",
  "caller_keys.created_at",
] as const;

type KeyRow = Omit<Row<"caller_keys">, "secret_hash" | "customer_id" | "revoked_at">;

function fromRow(row: KeyRow): CallerKey {
  return {
    callerKeyId: row.caller_key_id,
    storefrontId: row.storefront_id,
    name: row.name,
    operatorDomain: row.operator_domain,
    brandDomain: row.brand_domain,
    sandbox: row.sandbox,
    clientId: row.client_id,
    signingKeys: row.signing_keys as unknown as CallerKey["signingKeys"],
    signingRequired: row.signing_required,
    agentBilling: row.agent_billing,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
  };
}

function foundRow(row: KeyRow & Pick<Row<"caller_keys">, "customer_id" | "revoked_at">): FoundKey {
  return { ...fromRow(row), customerId: row.customer_id, isRevoked: row.revoked_at !== null };
}
