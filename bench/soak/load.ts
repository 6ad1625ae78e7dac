import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { png } from "../../src/demand/creatives/media/files.fixture.ts";
import { newBuy } from "../../test/agent/call-tool.ts";
import { type Body, type Client, Refused, Unanswered } from "./client.ts";
import type { Market } from "./market.ts";

/** Everything that was acknowledged, so that it can be checked at the end. */
export interface Acknowledged {
  readonly executed: Set<string>;
  readonly advertisers: Set<string>;
  readonly creatives: Map<string, string>;
  readonly agentBuys: Set<string>;
  /**
   * Refusals and requests without an answer, by message without ids. They show how the system coped with the load, and are not errors by
   * themselves.
   */
  readonly setbacks: Map<string, number>;
}

type Lane = (client: Client, market: Market, acknowledged: Acknowledged) => Promise<unknown>;

/**
 * How many run concurrently, and how long each rests before it starts again: long enough that servers that were killed can restart at the
 * same time on a machine with two cores.
 */
const LANES: readonly { readonly lane: Lane; readonly beside: number; readonly restMs: number }[] = [
  { lane: buy, beside: 4, restMs: 1_500 },
  { lane: buyAsAgent, beside: 2, restMs: 1_500 },
  { lane: addAdvertiser, beside: 2, restMs: 2_000 },
  { lane: addAdvertiserByMcp, beside: 1, restMs: 2_000 },
  { lane: pauseAndGoOn, beside: 1, restMs: 3_000 },
  { lane: upload, beside: 1, restMs: 3_000 },
  { lane: read, beside: 2, restMs: 1_500 },
];

export function beginLoad(client: Client, market: Market): { acknowledged: Acknowledged; stop(): Promise<void> } {
  const acknowledged: Acknowledged = {
    executed: new Set(),
    advertisers: new Set(),
    creatives: new Map(),
    agentBuys: new Set(),
    setbacks: new Map(),
  };
  const over = new AbortController();
  const keepAt = async (lane: Lane, restMs: number) => {
    while (!over.signal.aborted) {
      await lane(client, market, acknowledged).catch((error: unknown) => note(acknowledged, error));
      await sleep(restMs);
    }
  };
  const all = LANES.flatMap(({ lane, beside, restMs }) => Array.from({ length: beside }, () => keepAt(lane, restMs)));
  return {
    acknowledged,
    async stop() {
      over.abort();
      await Promise.all(all);
    },
  };
}

function note({ setbacks }: Acknowledged, error: unknown): void {
  if (!(error instanceof Refused) && !(error instanceof Unanswered)) throw error;
  const words = error.message.replaceAll(/\b[0-9a-f]+(-[0-9a-f]+){4}\b|\b\w+_[\w-]{6,}\b|\b\d+\b/g, "…").slice(0, 160);
  setbacks.set(words, (setbacks.get(words) ?? 0) + 1);
}

const day = (now: string, days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();

/** From a brief to an executed campaign, with one product of every seller that answered. */
async function buy(client: Client, { buyer }: Market, { executed }: Acknowledged): Promise<void> {
  const as = (method: "GET" | "POST", path: string, body?: unknown) => client.call(method, path, buyer.key, body);
  const { discoveryId, productGroups } = await as("POST", "/buyer/discovery/discover-products", {
    advertiserId: buyer.advertiserId,
    productsPerGroup: 1,
    channels: ["ctv", "olv", "display"],
  });
  const products = productGroups.flatMap(({ products: [product] }: Body) => {
    const option = product?.pricingOptions.find(({ isFixed, currency }: Body) => isFixed && currency === "USD");
    if (!option) return [];
    const { productId, salesAgentId } = product;
    return [{ productId, salesAgentId, pricingOptionId: option.pricingOptionId, budget: 5_000 }];
  });
  if (products.length === 0) return;
  await as("POST", `/buyer/discovery/${discoveryId}/products`, { products });
  const { now } = await as("GET", "/sandbox/clock");
  const { campaign } = await as("POST", "/buyer/campaigns", {
    advertiserId: buyer.advertiserId,
    name: `soak ${randomUUID()}`,
    flightDates: { startDate: day(now, 1), endDate: day(now, 20) },
    budget: { total: 5_000 * products.length },
    discoveryId,
  });
  const { mediaBuysExecuted } = await as("POST", `/buyer/campaigns/${campaign.campaignId}/execute`);
  if (mediaBuysExecuted > 0) executed.add(campaign.campaignId);
}

async function buyAsAgent(client: Client, { stranger, prompt }: Market, { agentBuys }: Acknowledged): Promise<void> {
  const { products } = await callTool(client, stranger.key, prompt.platformId, "get_products", {
    buying_mode: "wholesale",
  });
  const [product] = products ?? [];
  if (!product) return;
  const order = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
  for (let tries = 0; tries < 20; tries++) {
    const answer = await callTool(client, stranger.key, prompt.platformId, "create_media_buy", order);
    if (answer.media_buy_id) return void agentBuys.add(answer.media_buy_id);
    // Retried under the same key, as AdCP requires for temporary errors.
    if (answer.adcp_error?.recovery !== "transient" && answer.errors?.[0]?.recovery !== "transient")
      throw new Refused(`create_media_buy: ${JSON.stringify(answer).slice(0, 200)}`, 200);
    await sleep(500);
  }
}

export async function callTool(
  client: Client,
  key: string,
  platformId: string,
  name: string,
  input: object,
): Promise<Body> {
  const message = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } };
  const { status, body } = await client.send({
    method: "POST",
    path: `/storefront/${platformId}/mcp`,
    key,
    body: message,
  });
  if (!body.result) throw new Refused(`${name}: ${status} ${JSON.stringify(body).slice(0, 200)}`, status);
  return body.result.structuredContent ?? {};
}

async function addAdvertiser(client: Client, { stranger }: Market, { advertisers }: Acknowledged): Promise<void> {
  const body = { name: `soak ${randomUUID()}`, brand: "written.example" };
  const { id } = await client.call("POST", "/buyer/advertisers", stranger.key, body);
  advertisers.add(String(id));
}

async function addAdvertiserByMcp(client: Client, { stranger }: Market, { advertisers }: Acknowledged): Promise<void> {
  const given = {
    operation: "createAdvertiser",
    body: { name: `soak ${randomUUID()}`, brand: "written.example" },
    idempotencyKey: randomUUID(),
  };
  const message = {
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "api_call", arguments: given },
  };
  for (let tries = 0; tries < 20; tries++) {
    const { body } = await client.send({ method: "POST", path: "/mcp/buyer", key: stranger.key, body: message });
    const { data, error } = body.result?.structuredContent ?? {};
    if (data?.id) return void advertisers.add(String(data.id));
    if (error?.code !== "SERVICE_UNAVAILABLE")
      throw new Refused(`api_call: ${JSON.stringify(body).slice(0, 200)}`, 200);
    await sleep(500);
  }
}

async function pauseAndGoOn(client: Client, { buyer }: Market, { executed }: Acknowledged): Promise<void> {
  const campaignId = [...executed].at(-1 - Math.floor(executed.size / 3));
  if (campaignId === undefined) return;
  await client.call("POST", `/buyer/campaigns/${campaignId}/pause`, buyer.key);
  await client.call("POST", `/buyer/campaigns/${campaignId}/reactivate`, buyer.key);
}

async function upload(client: Client, { buyer }: Market, { executed, creatives }: Acknowledged): Promise<void> {
  const campaignId = [...executed].at(-1);
  if (campaignId === undefined) return;
  const picture = Buffer.from(png(300, 250)).toString("base64");
  const body = {
    name: `soak ${randomUUID()}`,
    linked_assets: [{ data_url: `data:image/png;base64,${picture}` }],
  };
  const { creative_id } = await client.call("POST", `/buyer/campaigns/${campaignId}/creatives/create`, buyer.key, body);
  creatives.set(creative_id, campaignId);
}

async function read(client: Client, { buyer, stranger, prompt }: Market, { executed }: Acknowledged): Promise<void> {
  const as = (path: string) => client.call("GET", path, buyer.key);
  await as("/buyer/campaigns?take=20");
  await as("/buyer/reporting/metrics?days=30");
  await as("/buyer/storefronts");
  const campaignId = [...executed].at(-1);
  if (campaignId !== undefined) await as(`/buyer/campaigns/${campaignId}/media-buy-status`);
  await callTool(client, stranger.key, prompt.platformId, "get_media_buys", {});
}
