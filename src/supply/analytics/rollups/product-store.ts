import { sql } from "kysely";
import { type Db, storableJson } from "../../../ground/db/index.ts";
import type { ShownProduct } from "../facts/fact.ts";
import { type ShownCount, topProducts } from "../payload/runs.ts";
import type { Shop } from "../recording/shop.ts";
import { periodsAt } from "./periods.ts";
import { MOST_WAITING } from "./waiting.ts";

interface Showing {
  readonly products: readonly ShownProduct[];
  readonly at: Date;
  /** The number of runs. */
  readonly times: number;
}

/** Counts the products of runs in each period that contains them. */
export async function addProducts(
  db: Db,
  { customerId, storefrontId }: Shop,
  shown: readonly Showing[],
): Promise<void> {
  const counted = countedIn(shown);
  if (counted.length === 0) return;
  await sql`
    insert into analytics_products as kept (customer_id, storefront_id, period, product_id, impressions, name, named_at)
    select ${customerId}, ${storefrontId}, period, "productId", count, name, "namedAt"
    from jsonb_to_recordset(${storableJson(counted)}::jsonb)
      as told(period text, "productId" text, count bigint, name text, "namedAt" timestamptz)
    order by period, "productId"
    on conflict (customer_id, storefront_id, period, product_id) do update set
      impressions = kept.impressions + excluded.impressions,
      name = case when excluded.named_at >= kept.named_at or kept.named_at is null then coalesce(excluded.name, kept.name) else kept.name end,
      named_at = greatest(kept.named_at, excluded.named_at)
    returning true`.execute(db);
}

interface Counted {
  readonly period: string;
  readonly productId: string;
  count: number;
  /** The product's name in the latest run that named it. */
  name: string | null;
  namedAt: Date | null;
}

function countedIn(shown: readonly Showing[]): readonly Counted[] {
  const counted = new Map<string, Counted>();
  for (const { products, at, times } of shown) {
    for (const period of periodsAt(at)) {
      for (const { productId, name } of products) {
        const key = `${period} ${productId}`;
        const known = counted.get(key) ?? { period, productId, count: 0, name: null, namedAt: null };
        counted.set(key, known);
        known.count += times;
        if (name !== null && (known.namedAt === null || at > known.namedAt))
          Object.assign(known, { name, namedAt: at });
      }
    }
  }
  return [...counted.values()];
}

/** The products shown most often, counting both the sums and the runs not added to them yet. */
export async function listTopProducts(
  db: Db,
  { customerId, storefrontId }: Shop,
  periods: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<ShownCount[]> {
  const { rows } = await sql<{ product_id: string; name: string | null; impressions: number }>`
    select product_id, sum(impressions)::bigint as impressions,
      (array_agg(name order by named_at desc) filter (where name is not null))[1] as name
    from (
      select product_id, impressions, name, named_at from analytics_products
      where customer_id = ${customerId} and storefront_id = ${storefrontId} and period = any(${periods})
      union all
      select one ->> 'productId', 1, one ->> 'name', created_at
      from (
        select shown, created_at from facts_as_recorded
        where customer_id = ${customerId} and storefront_id = ${storefrontId} and not rolled
          and created_at >= ${from} and created_at < ${to} and (purpose is null or purpose = 'live')
        limit ${MOST_WAITING}) waiting, jsonb_array_elements(shown) one) shown
    group by product_id order by 2 desc, product_id collate "C" limit 10`.execute(db);
  return topProducts(rows.map(({ product_id: productId, name, impressions }) => ({ productId, name, impressions })));
}
