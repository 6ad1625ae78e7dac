import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { Provider } from "../contract/provider.ts";
import type { Consent } from "./consent.ts";

export async function insertConsent(db: Db, consent: Consent): Promise<void> {
  await db
    .insertInto("provider_consents")
    .values({
      customer_id: consent.customerId,
      state_hash: consent.stateHash,
      connection_id: consent.connectionId,
      provider: consent.provider,
      storefront: consent.storefront,
      user_id: consent.userId,
      email: consent.email,
      browser_hash: consent.browserHash,
      expires_at: consent.expiresAt,
    })
    .execute();
}

interface Bearer {
  readonly provider: string;
  readonly stateHash: string;
}

/** Includes the name of the organisation that asks. */
export async function findConsentOfAnyCustomer(db: InstallationDb, { provider, stateHash }: Bearer, wall: Date) {
  const row = await db
    .selectFrom("provider_consents")
    .innerJoin("customers", "customers.customer_id", "provider_consents.customer_id")
    .selectAll("provider_consents")
    .select("customers.company as organisation")
    .where("provider", "=", provider)
    .where("state_hash", "=", stateHash)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
  return row && { ...fromRow(row), organisation: row.organisation };
}

/** Binds a consent to the first browser that begins it; returns whether that is this browser. */
export async function bindConsentOfAnyCustomer(
  db: InstallationDb,
  { stateHash, browserHash }: { readonly stateHash: string; readonly browserHash: string },
  wall: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("provider_consents")
    .set({ browser_hash: browserHash })
    .where("state_hash", "=", stateHash)
    .where("expires_at", ">", wall)
    .where(({ or, eb }) => or([eb("browser_hash", "is", null), eb("browser_hash", "=", browserHash)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Removes the consent, so that of several concurrent callers with its state only one gets it. */
export async function consumeConsent(
  db: Db,
  { customerId, stateHash }: Pick<Consent, "customerId" | "stateHash">,
  wall: Date,
): Promise<Consent | undefined> {
  const row = await db
    .deleteFrom("provider_consents")
    .where("customer_id", "=", customerId)
    .where("state_hash", "=", stateHash)
    .where("expires_at", ">", wall)
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function deleteExpiredConsentsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("provider_consents").where("expires_at", "<=", wall).execute();
}

function fromRow(row: Row<"provider_consents">): Consent {
  return {
    customerId: row.customer_id,
    stateHash: row.state_hash,
    connectionId: row.connection_id,
    provider: row.provider as Provider,
    storefront: row.storefront,
    userId: row.user_id,
    email: row.email,
    browserHash: row.browser_hash,
    expiresAt: row.expires_at,
  };
}
