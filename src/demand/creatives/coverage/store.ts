import { sql } from "kysely";
import { type Db, preparedQuery } from "../../../ground/db/index.ts";
import type { FormatId, FormatOption } from "../../../ground/seller-agent/index.ts";
import { templateOf } from "../templates/template.ts";
import type { Demand, Supply } from "./coverage.ts";

/** A product that a campaign has chosen or bought. */
export interface ProductDemand extends Demand {
  readonly salesAgentId: string;
  readonly productId: string;
}

/**
 * The formats that the products of campaigns accept: products selected for the next execute, and products of media buys that are
 * not over. Each product is described as it was when it was selected, in any session of the campaign.
 */
export async function listDemands(
  db: Db,
  customerId: number,
  campaignIds: readonly string[],
): Promise<readonly ProductDemand[]> {
  const rows = await demands(db, { customerId, campaignIds });
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    salesAgentId: row.sales_agent_id,
    productId: row.product_id,
    formatIds: row.format_ids ?? [],
    formatOptions: row.format_options ?? [],
  }));
}

interface CampaignScope {
  readonly customerId: number;
  readonly campaignIds: readonly string[];
}

const demands = preparedQuery((db, { customerId, campaignIds }: CampaignScope) => ({
  compile: () =>
    sql<DemandRow>`
    select distinct on (campaigns.campaign_id, selections.sales_agent_id, selections.product_id)
      campaigns.campaign_id, selections.sales_agent_id, selections.product_id,
      selections.product -> 'formatIds' as format_ids, selections.product -> 'formatOptions' as format_options
    from campaigns
    join discoveries on discoveries.customer_id = campaigns.customer_id
      and (discoveries.campaign_id = campaigns.campaign_id or discoveries.discovery_id = campaigns.discovery_id)
    join selections on selections.customer_id = discoveries.customer_id
      and selections.discovery_id = discoveries.discovery_id
    where campaigns.customer_id = ${customerId} and campaigns.campaign_id = any(${campaignIds})
      and (selections.discovery_id = campaigns.discovery_id or (
        -- Not "exists", because PostgreSQL may plan that as a scan of all of the customer's media buys.
        select true from media_buys
        join packages on packages.customer_id = media_buys.customer_id and packages.media_buy_id = media_buys.media_buy_id
        where media_buys.customer_id = campaigns.customer_id and media_buys.campaign_id = campaigns.campaign_id
          and media_buys.sales_agent_id = selections.sales_agent_id and packages.product_id = selections.product_id
          and media_buys.status not in ('COMPLETED', 'CANCELED', 'FAILED', 'REJECTED', 'ARCHIVED')
        limit 1))
    order by campaigns.campaign_id, selections.sales_agent_id, selections.product_id, selections.selected_at desc`.compile(
      db,
    ),
}));

interface DemandRow {
  readonly campaign_id: string;
  readonly sales_agent_id: string;
  readonly product_id: string;
  readonly format_ids: FormatId[] | null;
  readonly format_options: FormatOption[] | null;
}

export async function listSupplies(db: Db, customerId: number, campaignIds: readonly string[]): Promise<Supply[]> {
  const rows = await supplies(db, { customerId, campaignIds });
  return rows.map(({ campaign_id, format_id, format_kind, target_format_ids, template_id }) => {
    const own = format_id as FormatId | null;
    const others = target_format_ids as unknown as FormatId[];
    return {
      campaignId: campaign_id,
      formatIds: own ? [own, ...others] : others,
      formatKind: format_kind ?? templateOf(template_id ?? "")?.formatKind ?? null,
    };
  });
}

const supplies = preparedQuery((db, { customerId, campaignIds }: CampaignScope) =>
  db
    .selectFrom("creatives")
    .select(["campaign_id", "format_id", "format_kind", "target_format_ids", "template_id"])
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", sql<string>`any(${campaignIds})`)
    .where("deleted_at", "is", null),
);
