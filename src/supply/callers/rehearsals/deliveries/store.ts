import { sql } from "kysely";
import type { Db, Row } from "../../../../ground/db/index.ts";
import type { Decimal } from "../../../../ground/kernel/money.ts";
import type { AddedDelivery } from "./added-delivery.ts";

interface OwnBuy {
  readonly storefrontId: number;
  readonly principal: string;
  readonly mediaBuyId: string;
}

export async function addToDelivery(
  db: Db,
  customerId: number,
  { storefrontId, principal, mediaBuyId }: OwnBuy,
  { impressions, clicks, conversions, spend, measured }: AddedDelivery,
): Promise<AddedDelivery | undefined> {
  const { rows } = await sql<Row<"rehearsed_deliveries">>`
    insert into rehearsed_deliveries as before (customer_id, order_id, impressions, clicks, conversions, spend, measured)
    select customer_id, order_id, ${impressions}::bigint, ${clicks}::bigint, ${conversions}::bigint, ${spend}::numeric,
      ${measured && JSON.stringify(measured)}::jsonb
    from orders
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and buyer_principal = ${principal}
      and order_id = ${mediaBuyId} and (buyer->'identity'->>'sandbox')::boolean
    on conflict (customer_id, order_id) do update set
      impressions = before.impressions + excluded.impressions, clicks = before.clicks + excluded.clicks,
      conversions = before.conversions + excluded.conversions, spend = before.spend + excluded.spend,
      measured = coalesce(excluded.measured, before.measured)
    returning *`.execute(db);
  return rows[0] && fromRow(rows[0]);
}

/** Returns false, and writes nothing, if the caller has no such buy in a sandbox. */
export async function setSpend(
  db: Db,
  customerId: number,
  { storefrontId, principal, mediaBuyId }: OwnBuy,
  spend: Decimal,
): Promise<boolean> {
  const { rows } = await sql`
    insert into rehearsed_deliveries (customer_id, order_id, spend)
    select customer_id, order_id, ${spend}::numeric
    from orders
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and buyer_principal = ${principal}
      and order_id = ${mediaBuyId} and (buyer->'identity'->>'sandbox')::boolean
    on conflict (customer_id, order_id) do update set spend = excluded.spend
    returning order_id`.execute(db);
  return rows.length > 0;
}

export async function listAddedDeliveries(
  db: Db,
  customerId: number,
  mediaBuyIds: readonly string[],
): Promise<ReadonlyMap<string, AddedDelivery>> {
  const rows = await db
    .selectFrom("rehearsed_deliveries")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`order_id = any(${mediaBuyIds})`)
    .execute();
  return new Map(rows.map((row) => [row.order_id, fromRow(row)]));
}

function fromRow({ impressions, clicks, conversions, spend, measured }: Row<"rehearsed_deliveries">): AddedDelivery {
  return { impressions, clicks, conversions, spend, measured: measured as AddedDelivery["measured"] };
}
