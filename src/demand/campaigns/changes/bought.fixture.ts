import pg from "pg";
import { inTransaction } from "../../../ground/kernel/perform.ts";
import { type CampaignFixture, type Market, ok } from "../campaigns.fixture.ts";
import { claimExecution } from "../execution/execute-campaign.ts";

/** A campaign of 1000 USD that has bought products of one shop, and the buy. */
export async function bought(
  desk: CampaignFixture,
  wanted: Parameters<CampaignFixture["plan"]>[0],
  changes: Record<string, unknown> = {},
) {
  const id = await desk.plan(wanted, changes);
  ok(await desk.execute(id));
  const [buy] = (await desk.read(id)).mediaBuys;
  const change = (...mediaBuys: unknown[]) => desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys });
  return { id, buy, change };
}

/**
 * A campaign whose drafts were created but never sent. A crash could leave one behind when drafts were still created before their
 * first attempt was claimed.
 */
export async function drafted(
  { world }: Market,
  desk: CampaignFixture,
  wanted: Parameters<CampaignFixture["plan"]>[0],
) {
  const id = await desk.plan(wanted);
  const { host } = world;
  const viewer = await host.viewerOf(desk.buyer.customerId);
  if (!viewer) throw new Error("the buyer has no viewer");
  const idle = { ...host, enqueue: async () => undefined };
  await inTransaction(idle, viewer, "test", "write", (ctx) => claimExecution(ctx, id));
  await withdrawAttempts(world.databaseUrl, id);
  const [buy] = (await desk.read(id)).mediaBuys;
  const change = (...mediaBuys: unknown[]) => desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys });
  return { id, buy, change };
}

async function withdrawAttempts(connectionString: string, campaignId: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const unsent = "submitted_at = null, sent_at = null, lease_until = null, attempts = 0, in_doubt = false";
  await client.query(`update media_buys set ${unsent} where campaign_id = $1`, [campaignId]);
  await client.end();
}
