import { sql } from "kysely";
import { type Db, preparedQuery, type Row } from "../../../ground/db/index.ts";
import type { Product } from "../../../ground/seller-agent/index.ts";
import type { Selection } from "./selection.ts";

/** In the order of their first selection. */
export async function listSelections(db: Db, customerId: number, discoveryId: string): Promise<Selection[]> {
  const rows = await selections(db, customerId).where("discovery_id", "=", discoveryId).execute();
  return rows.map(fromRow);
}

/** Those of a campaign's session, for who reads the campaign at the same time. */
export async function listSelectionsOfCampaign(db: Db, customerId: number, campaignId: string): Promise<Selection[]> {
  const rows = await selectionsOfCampaign(db, { customerId, campaignId });
  return rows.map(fromRow);
}

const selectionsOfCampaign = preparedQuery(
  (db, { customerId, campaignId }: { readonly customerId: number; readonly campaignId: string }) =>
    selections(db, customerId).where("discovery_id", "=", (campaigns) =>
      campaigns
        .selectFrom("campaigns")
        .select("discovery_id")
        .where("customer_id", "=", customerId)
        .where("campaign_id", "=", campaignId),
    ),
);

function selections(db: Db, customerId: number) {
  return db.selectFrom("selections").selectAll().where("customer_id", "=", customerId).orderBy("position");
}

/** Adds selections, or replaces a product's earlier terms; one statement for any number. */
export async function saveSelections(
  db: Db,
  customerId: number,
  discoveryId: string,
  selections: readonly Selection[],
): Promise<void> {
  const rows = JSON.stringify(selections.map(toRow));
  await sql`
    insert into selections (customer_id, discovery_id, sales_agent_id, sales_agent_name, product_id, group_id, group_name,
      storefront_id, pricing_option_id, bid_price, budget, product, position, selected_at)
    select ${customerId}::bigint, ${discoveryId}::text, chosen.*
    from jsonb_to_recordset(${rows}::jsonb) as chosen (sales_agent_id text, sales_agent_name text, product_id text,
      group_id text, group_name text, storefront_id bigint, pricing_option_id text, bid_price numeric, budget numeric,
      product jsonb, position integer, selected_at timestamptz)
    on conflict (customer_id, discovery_id, sales_agent_id, product_id) do update set
      sales_agent_name = excluded.sales_agent_name, group_id = excluded.group_id, group_name = excluded.group_name,
      storefront_id = excluded.storefront_id, pricing_option_id = excluded.pricing_option_id,
      bid_price = excluded.bid_price, budget = excluded.budget, product = excluded.product,
      selected_at = excluded.selected_at
    returning true`.execute(db);
}

/** Removes these products from the session, of all sellers unless one is named. */
export async function deleteSelections(
  db: Db,
  customerId: number,
  discoveryId: string,
  productIds: readonly string[],
  salesAgentId?: string,
): Promise<void> {
  const chosen = db
    .deleteFrom("selections")
    .where("customer_id", "=", customerId)
    .where("discovery_id", "=", discoveryId)
    .where(sql<boolean>`product_id = any(${productIds})`);
  await (salesAgentId === undefined ? chosen : chosen.where("sales_agent_id", "=", salesAgentId)).execute();
}

export async function deleteAllSelections(db: Db, customerId: number, discoveryId: string): Promise<void> {
  await db
    .deleteFrom("selections")
    .where("customer_id", "=", customerId)
    .where("discovery_id", "=", discoveryId)
    .execute();
}

function toRow(selection: Selection) {
  return {
    sales_agent_id: selection.salesAgentId,
    sales_agent_name: selection.salesAgentName,
    product_id: selection.productId,
    group_id: selection.groupId,
    group_name: selection.groupName,
    storefront_id: selection.storefrontId,
    pricing_option_id: selection.pricingOptionId,
    bid_price: selection.bidPrice,
    budget: selection.budget,
    product: selection.product,
    position: selection.position,
    selected_at: selection.selectedAt,
  };
}

function fromRow(row: Row<"selections">): Selection {
  return {
    salesAgentId: row.sales_agent_id,
    salesAgentName: row.sales_agent_name,
    productId: row.product_id,
    groupId: row.group_id,
    groupName: row.group_name,
    storefrontId: row.storefront_id,
    pricingOptionId: row.pricing_option_id,
    bidPrice: row.bid_price,
    budget: row.budget,
    product: row.product as unknown as Product,
    position: row.position,
    selectedAt: row.selected_at,
  };
}
