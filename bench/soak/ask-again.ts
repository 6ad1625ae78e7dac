import type { Bar } from "../scenario.ts";
import type { Client } from "./client.ts";
import { zero } from "./compare-ledgers.ts";
import { type Acknowledged, callTool } from "./load.ts";
import type { Market } from "./market.ts";

/** Requests, over the API, everything that was acknowledged during the soak. */
export async function askAgain(
  client: Client,
  { buyer, stranger, prompt }: Market,
  acknowledged: Acknowledged,
): Promise<Bar[]> {
  const missing = { campaigns: 0, advertisers: 0, creatives: 0, agentBuys: 0 };
  for (const campaignId of acknowledged.executed) {
    const { campaign } = await client.call("GET", `/buyer/campaigns/${campaignId}`, buyer.key);
    const sent = campaign.mediaBuys.filter(({ status }: { status: string }) => status !== "DRAFT");
    if (sent.length === 0) missing.campaigns += 1;
  }
  const known = new Set<string>();
  for (let skip = 0; ; skip += 250) {
    const { items } = await client.call("GET", `/buyer/advertisers?take=250&skip=${skip}`, stranger.key);
    for (const { id } of items) known.add(String(id));
    if (items.length < 250) break;
  }
  missing.advertisers = [...acknowledged.advertisers].filter((id) => !known.has(id)).length;
  for (const [creativeId, campaignId] of acknowledged.creatives) {
    const path = `/api/v2/buyer/campaigns/${campaignId}/creatives/${creativeId}`;
    const { status } = await client.send({ method: "GET", path, key: buyer.key });
    if (status !== 200) missing.creatives += 1;
  }
  const ids = [...acknowledged.agentBuys];
  for (let at = 0; at < ids.length; at += 50) {
    const media_buy_ids = ids.slice(at, at + 50);
    const asked = { media_buy_ids, pagination: { max_results: 50 } };
    const { media_buys = [] } = await callTool(client, stranger.key, prompt.platformId, "get_media_buys", asked);
    missing.agentBuys += media_buy_ids.length - media_buys.length;
  }
  return [
    zero("executions acknowledged and lost", missing.campaigns, `of ${acknowledged.executed.size}`),
    zero("advertisers acknowledged and lost", missing.advertisers, `of ${acknowledged.advertisers.size}`),
    zero("creatives acknowledged and lost", missing.creatives, `of ${acknowledged.creatives.size}`),
    zero("buys over AdCP acknowledged and lost", missing.agentBuys, `of ${ids.length}`),
  ];
}
