import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { AccountsAnswer } from "../../../ground/seller-agent/index.ts";

/** What an agent last listed to each of the credentials; a credential to which nothing was listed has no entry. */
export async function findListings(
  db: Db,
  customerId: number,
  credentialIds: readonly number[],
): Promise<ReadonlyMap<number, AccountsAnswer>> {
  const rows = await db
    .selectFrom("account_listings")
    .select(["credential_id", "listing"])
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`credential_id = any(${credentialIds})`)
    .execute();
  return new Map(rows.map((row) => [row.credential_id, row.listing as unknown as AccountsAnswer]));
}

/** Nothing is stored if the credential was deleted while its agent was being asked. */
export async function saveListing(
  db: Db,
  customerId: number,
  credentialId: number,
  listing: AccountsAnswer,
  at: Date,
): Promise<void> {
  await sql`
    insert into account_listings (customer_id, credential_id, listing, fetched_at)
    select customer_id, credential_id, ${JSON.stringify(listing)}::jsonb, ${at}
    from credentials where customer_id = ${customerId} and credential_id = ${credentialId} for key share
    on conflict (customer_id, credential_id)
    do update set listing = excluded.listing, fetched_at = excluded.fetched_at
    returning true`.execute(db);
}

export async function deleteListing(db: Db, customerId: number, credentialId: number): Promise<void> {
  await db
    .deleteFrom("account_listings")
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .execute();
}
