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
      authorization_url: consent.authorizationUrl,
      browser_hash: consent.browserHash,
      expires_at: consent.expiresAt,
    })
    .execute();
}

/** What may be told about a consent to a caller that only has its state. */
export interface FoundConsent
  extends Pick<Consent, "customerId" | "credentialId" | "sourceName" | "authorizationUrl" | "browserHash"> {
  /** The organisation that asks for the consent. */
  readonly organisation: string;
}

/** Binds a consent to the first browser that begins it, and returns the URL to continue at; undefined for any other browser. */
export async function bindConsentOfAnyCustomer(
  db: InstallationDb,
  { stateHash, browserHash }: { readonly stateHash: string; readonly browserHash: string },
  wall: Date,
): Promise<string | undefined> {
  const row = await db
    .updateTable("oauth_consents")
    .set({ browser_hash: browserHash })
    .where("state_hash", "=", stateHash)
    .where("expires_at", ">", wall)
    .where(({ or, eb }) => or([eb("browser_hash", "is", null), eb("browser_hash", "=", browserHash)]))
    .returning("authorization_url")
    .executeTakeFirst();
  return row?.authorization_url;
}

/** The consent of a state, for a caller that has nothing else; undefined if the state is no longer valid. */
export async function findConsentOfAnyCustomer(
  db: InstallationDb,
  stateHash: string,
  wall: Date,
): Promise<FoundConsent | undefined> {
  return db
    .selectFrom("oauth_consents")
    .innerJoin("customers", "customers.customer_id", "oauth_consents.customer_id")
    .select([
      "oauth_consents.customer_id as customerId",
      "credential_id as credentialId",
      "source_name as sourceName",
      "authorization_url as authorizationUrl",
      "browser_hash as browserHash",
      "customers.company as organisation",
    ])
    .where("state_hash", "=", stateHash)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
}

/**
 * The bearer of a state. If an agent brings it with its API key, the state must have been issued to that key, for the
 * same agent.
 */
export interface ConsentState extends Pick<Consent, "customerId" | "stateHash"> {
  readonly byKey?: { readonly userId: number | null; readonly agentId: string } | undefined;
}

/** Removes the consent, so that of several concurrent callers with its state only one gets it. */
export async function consumeConsent(
  db: Db,
  { customerId, stateHash, byKey }: ConsentState,
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

export async function deleteExpiredConsentsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
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
    authorizationUrl: row.authorization_url,
    browserHash: row.browser_hash,
    expiresAt: row.expires_at,
  };
}
