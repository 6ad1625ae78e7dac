import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";

/** Who buys under an account. */
export interface Mapping {
  readonly mappingId: number;
  readonly accountId: number;
  /** An advertiser of the buyer that owns the connection; under a seller's connection, a brand by its domain instead. */
  readonly advertiserId: number | null;
  readonly brandDomain: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export async function listMappings(db: Db, customerId: number, accountIds: readonly number[]): Promise<Mapping[]> {
  const rows = await db
    .selectFrom("provider_mappings")
    .select([
      "mapping_id as mappingId",
      "account_id as accountId",
      "advertiser_id as advertiserId",
      "brand_domain as brandDomain",
      "created_at as createdAt",
      "updated_at as updatedAt",
    ])
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`account_id = any(${[...accountIds]}::bigint[])`)
    .orderBy("mapping_id")
    .execute();
  return rows;
}

/**
 * Maps an advertiser or a brand to one of a connection's accounts, and removes its mapping to any other account of the
 * connection.
 */
export async function saveMapping(
  db: Db,
  place: { readonly customerId: number; readonly connectionId: number; readonly accountId: number },
  who: { readonly advertiserId: number } | { readonly brandDomain: string },
  at: Date,
): Promise<void> {
  const [advertiserId, brandDomain] = "advertiserId" in who ? [who.advertiserId, null] : [null, who.brandDomain];
  await db
    .deleteFrom("provider_mappings")
    .where("customer_id", "=", place.customerId)
    .where(sql<boolean>`advertiser_id is not distinct from ${advertiserId}`)
    .where(sql<boolean>`brand_domain is not distinct from ${brandDomain}`)
    .where((mapping) =>
      mapping(
        "account_id",
        "in",
        mapping
          .selectFrom("provider_accounts")
          .select("account_id")
          .where("customer_id", "=", place.customerId)
          .where("connection_id", "=", place.connectionId),
      ),
    )
    .execute();
  await db
    .insertInto("provider_mappings")
    .values({
      customer_id: place.customerId,
      account_id: place.accountId,
      advertiser_id: advertiserId,
      brand_domain: brandDomain,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

/** Removes the mappings of this advertiser or brand, or all mappings, so that nothing more is bought under their account. */
export async function deleteMappings(
  db: Db,
  place: { readonly customerId: number; readonly accountId: number },
  who: { readonly advertiserId?: number | undefined; readonly brandDomain?: string | undefined },
): Promise<boolean> {
  const { advertiserId = null, brandDomain = null } = who;
  const { numDeletedRows } = await db
    .deleteFrom("provider_mappings")
    .where("customer_id", "=", place.customerId)
    .where("account_id", "=", place.accountId)
    .where(sql<boolean>`(${advertiserId}::bigint is null or advertiser_id = ${advertiserId})`)
    .where(sql<boolean>`(${brandDomain}::text is null or brand_domain = ${brandDomain})`)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
