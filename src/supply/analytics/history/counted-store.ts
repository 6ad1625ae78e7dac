import { type RawBuilder, sql } from "kysely";
import type { Shop } from "../recording/shop.ts";

/**
 * A fragment for the statements that change the sums over runs or attribute purchases: from their commit on, what was
 * learnt from this storefront's runs counts as changed.
 */
export function counting({ customerId, storefrontId }: Shop): RawBuilder<unknown> {
  return countingOf(sql`values (${customerId}::bigint, ${storefrontId}::bigint)`);
}

/** The same for all storefronts that a query of customers and storefronts returns. */
export function countingOf(shops: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`counting as (
    insert into analytics_counts as kept (customer_id, storefront_id, counted)
    select shop.*, 1 from (${shops}) shop
    on conflict (customer_id, storefront_id) do update set counted = kept.counted + 1
    returning true)`;
}
