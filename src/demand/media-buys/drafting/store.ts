import { sql } from "kysely";
import { type Db, type NewRow, preparedStatement, type Row } from "../../../ground/db/index.ts";
import { askAhead, sendAhead } from "../../../ground/db/writing/index.ts";
import type { BuyingCampaign } from "../buying-campaign.ts";
import type { MediaBuy } from "../media-buy.ts";
import { changeableOf, fromMediaBuyRow, savingMediaBuys, writtenOf } from "../rows/store.ts";
import { whole } from "../store.ts";

/**
 * Updates a campaign's unsent drafts to its current targeting, name and flight (a name or flight given by the buyer
 * stays), and locks them so that they are not sent meanwhile.
 */
export async function updateOpenDrafts(
  db: Db,
  customerId: number,
  campaign: Pick<BuyingCampaign, "campaignId" | "name" | "flight" | "targeting">,
  at: Date,
): Promise<MediaBuy[]> {
  const rows = await db
    .updateTable("media_buys")
    .set(({ ref }) => ({
      name: sql<string>`case when named_by_buyer then ${ref("name")}
                        else ${campaign.name}::text || ': ' || ${ref("sales_agent_name")} end`,
      flight_start: sql<Date>`case when timed_by_buyer then flight_start else ${campaign.flight.start}::timestamptz end`,
      flight_end: sql<Date>`case when timed_by_buyer then flight_end else ${campaign.flight.end}::timestamptz end`,
      targeting: JSON.stringify(campaign.targeting),
      revision: sql<number>`revision + 1`,
      updated_at: at,
    }))
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaign.campaignId)
    .where("status", "=", "DRAFT")
    .where("submitted_at", "is", null)
    .returningAll()
    .execute();
  return whole(db, customerId, rows);
}

/** Inserts buys. The returned function waits for the result and returns the buys as stored, in the same order. */
export function insertMediaBuys(db: Db, customerId: number, buys: readonly MediaBuy[]): () => Promise<MediaBuy[]> {
  const rows = buys.map((buy) => ({
    customer_id: customerId,
    media_buy_id: buy.mediaBuyId,
    campaign_id: buy.campaignId,
    advertiser_id: buy.advertiserId,
    sales_agent_id: buy.salesAgentId,
    sales_agent_name: buy.salesAgentName,
    storefront_id: buy.storefrontId,
    execution_key: buy.executionKey,
    targeting: { ...buy.targeting },
    created_at: buy.createdAt,
    ...changeableOf(buy),
    revision: buy.revision,
  })) satisfies NewRow<"media_buys">[];
  const inserted = askAhead(db, inserting({ rows: JSON.stringify(rows) }));
  return async () => {
    const written = new Map((await inserted()).map((row) => [row.media_buy_id, fromMediaBuyRow(row)]));
    return buys.map((buy) => ({ ...buy, ...written.get(buy.mediaBuyId) }));
  };
}

const inserting = preparedStatement(
  (_, { rows }: { readonly rows: string }) => sql<Row<"media_buys">>`
    insert into media_buys select * from jsonb_populate_recordset(null::media_buys, ${rows}::jsonb) returning *`,
);

/** Writes locked buys as given, including their revisions, but not their packages. */
export async function saveMediaBuys(db: Db, customerId: number, buys: readonly MediaBuy[]): Promise<void> {
  if (buys.length === 0) return;
  const rows = buys.map((buy) => writtenOf(buy, buy.revision));
  await sendAhead(db, saving({ customerId, rows: JSON.stringify(rows) }));
}

const saving = preparedStatement((_, { customerId, rows }: { readonly customerId: number; readonly rows: string }) =>
  savingMediaBuys(customerId, rows),
);
