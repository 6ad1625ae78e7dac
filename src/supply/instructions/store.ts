import { sql } from "kysely";
import { type Db, preparedQuery } from "../../ground/db/index.ts";

/**
 * The ids of the sources that a storefront resells: all of them if its seller says so, otherwise those that are other
 * storefronts.
 */
export async function listResoldSources(db: Db, customerId: number): Promise<string[]> {
  const rows = await resoldSources(db, { customerId });
  return rows.map(({ source_id }) => source_id);
}

const resoldSources = preparedQuery((db, { customerId }: { readonly customerId: number }) =>
  db
    .selectFrom("inventory_sources")
    .innerJoin("storefronts", "storefronts.customer_id", "inventory_sources.customer_id")
    .select("source_id")
    .where("inventory_sources.customer_id", "=", customerId)
    .where(sql<boolean>`(sells_third_party_inventory or execution_type = 'LINKED_STOREFRONT')`),
);
