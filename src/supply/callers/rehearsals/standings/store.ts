import { sql } from "kysely";
import type { Db } from "../../../../ground/db/index.ts";
import type { ForcedState } from "./forced-standing.ts";

interface OwnStanding extends ForcedState {
  readonly storefrontId: number;
  readonly principal: string;
}

/** Returns false, and writes nothing, if the caller has no such buy in a sandbox. */
export async function saveStanding(
  db: Db,
  customerId: number,
  { storefrontId, principal, mediaBuyId, status, revision }: OwnStanding,
): Promise<boolean> {
  const { rows } = await sql`
    insert into rehearsed_standings (customer_id, order_id, status, revision)
    select customer_id, order_id, ${status}, ${revision}::integer
    from orders
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and buyer_principal = ${principal}
      and order_id = ${mediaBuyId} and (buyer->'identity'->>'sandbox')::boolean
    on conflict (customer_id, order_id) do update set status = excluded.status, revision = excluded.revision
    returning order_id`.execute(db);
  return rows.length > 0;
}
