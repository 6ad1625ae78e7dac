import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { Consent } from "./consent.ts";

export async function insertConsent(db: Db, consent: Consent): Promise<void> {
  await db
    .insertInto("oauth_consents")
    .values({
      customer_id: consent.customerId,
      state_hash: consent.stateHash,
      credential_id: consent.credentialId,
      user_id: consent.userId,
      source_name: consent.sourceName,
      issuer: consent.issuer,
      redirect_uri: consent.redirectUri,
      resource: consent.resource,
      opener_origin: consent.openerOrigin,
      expires_at: consent.expiresAt,
    })
    .execute();
}

/** Whose state it is, for somebody who brings nothing else; undefined where it is nobody's any more. */
export async function findConsentOfAnyCustomer(
  db: InstallationDb,
  stateHash: string,
  wall: Date,
): Promise<Pick<Consent, "customerId" | "credentialId"> | undefined> {
  return db
    .selectFrom("oauth_consents")
    .select(["customer_id as customerId", "credential_id as credentialId"])
    .where("state_hash", "=", stateHash)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
}

/** Who brings a state; an agent that brings it by its key must be the one it was given to, and mean the same agent. */
export interface StateBearer extends Pick<Consent, "customerId" | "stateHash"> {
  readonly byKey?: { readonly userId: number | null; readonly agentId: string } | undefined;
}

/** Takes the consent away, so that of all who bring its state at once one has it. */
export async function takeConsent(
  db: Db,
  { customerId, stateHash, byKey }: StateBearer,
  wall: Date,
): Promise<Consent | undefined> {
  let taken = db
    .deleteFrom("oauth_consents")
    .where("customer_id", "=", customerId)
    .where("state_hash", "=", stateHash)
    .where("expires_at", ">", wall);
  if (byKey)
    taken = taken
      .where("user_id", "is not distinct from", byKey.userId)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("credentials")
            .where("credentials.customer_id", "=", customerId)
            .whereRef("credentials.credential_id", "=", "oauth_consents.credential_id")
            .where("agent_id", "=", byKey.agentId),
        ),
      );
  const row = await taken.returningAll().executeTakeFirst();
  return row && consentFrom(row);
}

export async function forgetExpiredConsentsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("oauth_consents").where("expires_at", "<=", wall).execute();
}

function consentFrom(row: Row<"oauth_consents">): Consent {
  return {
    customerId: row.customer_id,
    stateHash: row.state_hash,
    credentialId: row.credential_id,
    userId: row.user_id,
    sourceName: row.source_name,
    issuer: row.issuer,
    redirectUri: row.redirect_uri,
    resource: row.resource,
    openerOrigin: row.opener_origin,
    expiresAt: row.expires_at,
  };
}
