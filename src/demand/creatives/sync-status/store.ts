import type { Db } from "../../../ground/db/index.ts";
import type { CreativeOutcome } from "../../../ground/seller-agent/index.ts";
import type { SyncOfBuy } from "./sync-status.ts";

/**
 * What was sent to the sellers of a campaign's media buys. Includes buys that are over, because they have shown the
 * creatives.
 */
export async function listSyncs(db: Db, customerId: number, campaignId: string): Promise<SyncOfBuy[]> {
  const rows = await db
    .selectFrom("creative_syncs")
    .innerJoin("media_buys", (join) =>
      join
        .onRef("media_buys.customer_id", "=", "creative_syncs.customer_id")
        .onRef("media_buys.media_buy_id", "=", "creative_syncs.media_buy_id"),
    )
    .select([
      "media_buys.media_buy_id",
      "media_buys.sales_agent_id",
      "media_buys.sales_agent_name",
      "creative_syncs.state",
      "creative_syncs.outcomes",
      "creative_syncs.synced_at",
    ])
    .where("creative_syncs.customer_id", "=", customerId)
    .where("creative_syncs.campaign_id", "=", campaignId)
    .execute();
  return rows.map((row) => ({
    mediaBuyId: row.media_buy_id,
    salesAgentId: row.sales_agent_id,
    salesAgentName: row.sales_agent_name,
    isDone: row.state === "done",
    outcomes: row.outcomes as unknown as CreativeOutcome[],
    syncedAt: row.synced_at,
  }));
}
