import { type RawBuilder, sql } from "kysely";
import type { Shop } from "../recording/shop.ts";

/**
 * A part of the statement that adds runs up, or puts purchases down to them: what is learned of this storefront's runs is another from its
 * commit on.
 */
export function counting({ customerId, storefrontId }: Shop): RawBuilder<unknown> {
  return countingOf(sql`values (${customerId}::bigint, ${storefrontId}::bigint)`);
}

/** For all the storefronts of a query of customers and storefronts. */
export function countingOf(shops: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`counting as (
    insert into analytics_counts as kept (customer_id, storefront_id, counted)
    select shop.*, 1 from (${shops}) shop
    on conflict (customer_id, storefront_id) do update set counted = kept.counted + 1
    returning true)`;
}
