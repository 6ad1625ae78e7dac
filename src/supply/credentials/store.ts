import { sql } from "kysely";
import type { Db, Row } from "../../ground/db/index.ts";
import { stepped } from "../../ground/kernel/lifecycle.ts";
import { type Credential, credentialLife, type NewCredential } from "./credential.ts";

/** The buyer's credentials, newest first. */
export async function listCredentials(db: Db, customerId: number): Promise<Credential[]> {
  const rows = await credentials(db, customerId).orderBy("credential_id", "desc").execute();
  return rows.map(fromRow);
}

/** The buyer's working credentials at any of the agents, newest first. */
export async function listWorkingCredentials(
  db: Db,
  customerId: number,
  agentIds: readonly string[],
): Promise<Credential[]> {
  const rows = await credentials(db, customerId)
    .where((credential) => credential("agent_id", "=", credential.fn.any(credential.val([...agentIds]))))
    .where("status", "=", "ACTIVE")
    .orderBy("credential_id", "desc")
    .execute();
  return rows.map(fromRow);
}

export async function findCredential(
  db: Db,
  customerId: number,
  credentialId: number,
): Promise<Credential | undefined> {
  const row = await credentials(db, customerId).where("credential_id", "=", credentialId).executeTakeFirst();
  return row && fromRow(row);
}

/** The credential of a buyer's account at an agent. */
export async function findAccount(
  db: Db,
  { customerId, agentId, accountIdentifier }: Pick<Credential, "customerId" | "agentId" | "accountIdentifier">,
): Promise<Credential | undefined> {
  const row = await credentials(db, customerId)
    .where("agent_id", "=", agentId)
    .where("account_identifier", "=", accountIdentifier)
    .executeTakeFirst();
  return row && fromRow(row);
}

/**
 * Undefined if the buyer already has an account of this name at the agent. The secret is encrypted for the credential's
 * number, so it is stored afterwards.
 */
export async function insertCredential(db: Db, credential: NewCredential, at: Date): Promise<Credential | undefined> {
  const row = await db
    .insertInto("credentials")
    .values({
      customer_id: credential.customerId,
      agent_id: credential.agentId,
      storefront_id: credential.storefrontId,
      account_identifier: credential.accountIdentifier,
      known_as: await knownAsOfNew(db, credential, at),
      account_type: credential.accountType,
      status: credential.status,
      auth_type: credential.authType,
      registered_by: credential.registeredBy,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "agent_id", "account_identifier"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Null unless a renamed account is still known by this name; then a name that no other account has. */
async function knownAsOfNew(
  db: Db,
  { customerId, agentId, accountIdentifier }: NewCredential,
  at: Date,
): Promise<string | null> {
  const other = await credentials(db, customerId)
    .where("agent_id", "=", agentId)
    .where("known_as", "=", accountIdentifier)
    .limit(1)
    .executeTakeFirst();
  return other ? `${accountIdentifier} of ${at.toISOString()}` : null;
}

/** Undefined if the credential no longer exists, or the buyer has another account of this name at the agent. */
export async function renameCredential(
  db: Db,
  { customerId, credentialId, agentId }: Credential,
  accountIdentifier: string,
  at: Date,
): Promise<Credential | undefined> {
  // Locks all of them, so that concurrent requests see each other's choice of names.
  await credentials(db, customerId).where("agent_id", "=", agentId).orderBy("credential_id").forUpdate().execute();
  const row = await db
    .updateTable("credentials")
    .set({
      account_identifier: accountIdentifier,
      known_as: sql<string>`coalesce(known_as, account_identifier)`,
      updated_at: at,
    })
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("credentials as other")
            .select("other.credential_id")
            .where("other.customer_id", "=", customerId)
            .where("other.agent_id", "=", agentId)
            .where("other.account_identifier", "=", accountIdentifier)
            .where("other.credential_id", "<>", credentialId),
        ),
      ),
    )
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveSealed(db: Db, { customerId, credentialId }: Credential, sealed: string): Promise<void> {
  await db
    .updateTable("credentials")
    .set({ sealed })
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .execute();
}

/** Undefined if the credential no longer exists. */
export async function rotateSealed(
  db: Db,
  { customerId, credentialId, status: before }: Credential,
  authType: string,
  sealed: string,
  at: Date,
): Promise<Credential | undefined> {
  const status = stepped(credentialLife, "open", before);
  const row = await db
    .updateTable("credentials")
    .set({ auth_type: authType, sealed, status, status_reason: null, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Returns whether the credential existed. */
export async function deleteCredential(db: Db, customerId: number, credentialId: number): Promise<boolean> {
  const own = sql<boolean>`customer_id = ${customerId} and credential_id = ${credentialId}`;
  // Three statements in one round trip. A transaction that is just linking an account holds its lock on the credential
  // until it ends, so the statements after the lock see its link.
  const [, , { numDeletedRows }] = await Promise.all([
    db.selectFrom("credentials").select("credential_id").where(own).forUpdate().execute(),
    db.updateTable("account_links").set({ credential_id: null }).where(own).execute(),
    db.deleteFrom("credentials").where(own).executeTakeFirstOrThrow(),
  ]);
  return numDeletedRows > 0n;
}

function credentials(db: Db, customerId: number) {
  return db.selectFrom("credentials").selectAll().where("customer_id", "=", customerId);
}

function fromRow(row: Row<"credentials">): Credential {
  return {
    credentialId: row.credential_id,
    customerId: row.customer_id,
    agentId: row.agent_id,
    storefrontId: row.storefront_id,
    accountIdentifier: row.account_identifier,
    knownAs: row.known_as ?? row.account_identifier,
    accountType: row.account_type as Credential["accountType"],
    status: row.status as Credential["status"],
    statusReason: row.status_reason,
    authType: row.auth_type,
    registeredBy: row.registered_by,
    sealed: row.sealed,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
