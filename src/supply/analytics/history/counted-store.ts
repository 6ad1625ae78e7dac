import { sql } from "kysely";
import { type Db, type InstallationDb, sendAhead } from "../../../ground/db/index.ts";
import type { Shop } from "../recording/shop.ts";

/** Runs were added up, or purchases put down to them: what is learned of this storefront's runs is another from the commit on. */
export function noteCounted(db: Db, shop: Shop): Promise<void> {
  return sendAhead(db, counting([shop]));
}

/** The same for storefronts of any customers, each once. */
export async function noteCountedOfAllCustomers(db: InstallationDb, shops: readonly Shop[]): Promise<void> {
  const each = new Map(shops.map((shop) => [shop.storefrontId, shop]));
  if (each.size > 0) await sendAhead(db, counting([...each.values()]));
}

function counting(shops: readonly Shop[]) {
  return sql`
    insert into analytics_counts as kept (customer_id, storefront_id, counted)
    select customer_id, storefront_id, 1
    from unnest(${shops.map(({ customerId }) => customerId)}::bigint[], ${shops.map(({ storefrontId }) => storefrontId)}::bigint[])
      as shop (customer_id, storefront_id)
    on conflict (customer_id, storefront_id) do update set counted = kept.counted + 1
    returning true`;
}
