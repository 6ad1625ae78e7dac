import type { Db, Row } from "../../ground/db/index.ts";
import type { Credential, NewCredential } from "./credential.ts";

/** Newest first. */
export async function listCredentials(db: Db, customerId: number): Promise<Credential[]> {
  const rows = await credentials(db, customerId).orderBy("credential_id", "desc").execute();
  return rows.map(fromRow);
}

/** The newest working credential that the buyer holds at each of the agents; none for those where it holds none. */
export async function findCredentialFor(
  db: Db,
  buyerCustomerId: number,
  agentIds: readonly string[],
): Promise<Credential[]> {
  const rows = await credentials(db, buyerCustomerId)
    .distinctOn("agent_id")
    .where((credential) => credential("agent_id", "=", credential.fn.any(credential.val([...agentIds]))))
    .where("status", "=", "ACTIVE")
    .orderBy("agent_id")
    .orderBy("credential_id", "desc")
    .execute();
  return rows.map(fromRow);
}

export async function holdsAccount(
  db: Db,
  customerId: number,
  agentId: string,
  accountIdentifier: string,
): Promise<boolean> {
  const row = await credentials(db, customerId)
    .where("agent_id", "=", agentId)
    .where("account_identifier", "=", accountIdentifier)
    .executeTakeFirst();
  return row !== undefined;
}

/** Undefined where the buyer holds an account of this name at the agent. What opens it is sealed for its number, and follows. */
export async function insertCredential(db: Db, credential: NewCredential, at: Date): Promise<Credential | undefined> {
  const row = await db
    .insertInto("credentials")
    .values({
      customer_id: credential.customerId,
      agent_id: credential.agentId,
      storefront_id: credential.storefrontId,
      account_identifier: credential.accountIdentifier,
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

export async function saveSealed(db: Db, { customerId, credentialId }: Credential, sealed: string): Promise<void> {
  await db
    .updateTable("credentials")
    .set({ sealed })
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .execute();
}

/** Whether there was one. */
export async function deleteCredential(db: Db, customerId: number, credentialId: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("credentials")
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .executeTakeFirstOrThrow();
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
    accountType: row.account_type as Credential["accountType"],
    status: row.status as Credential["status"],
    authType: row.auth_type,
    registeredBy: row.registered_by,
    sealed: row.sealed,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
