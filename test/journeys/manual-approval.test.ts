import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ADCPMultiAgentClient } from "@adcp/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLedger } from "../../src/supply/simulated/index.ts";
import { callTool, newBuy } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { expectData } from "../operations/expect-data.ts";

/** A seller that reviews an unknown buyer's order before its sources see it, and approves it while one of them is unavailable. */
let shop: OpenShop;

beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const SOURCE = "/storefront/inventory-sources/ctv";

/** Makes the publisher behind the source `ctv` stop answering, or answer again. */
async function setAway(isAway: boolean) {
  const { simulation } = (await shop.seller.get(SOURCE)).data;
  const chaos = { ...simulation.chaos, errorRate: isAway ? 1 : 0 };
  const changed = await shop.seller.put(SOURCE, { simulation: { ...simulation, requiresKey: null, chaos } });
  expect(changed.status).toBe(200);
}

/** The number of buys in each publisher's own ledger. */
async function ledgers(): Promise<number[]> {
  const folder = join(shop.world.parts.dataFolder, "simulated");
  const files = await readdir(folder);
  return files.map((file) => readLedger(join(folder, file)).buys.length);
}

test("an order that waits for approval is forwarded past a source's outage, and no source buys twice", async () => {
  const { seller, buyer, mcpUrl } = shop;
  const policy = { content: "Review buyers: acmeoutdoor.example", activate: true };
  expectData(await seller.post("/storefront/acceptance-policy", policy));

  const us = { id: "shop", name: "shop", agent_uri: mcpUrl, protocol: "mcp", auth_token: buyer.key } as const;
  const agent = new ADCPMultiAgentClient([us]).agent("shop");
  const found = await agent.getProducts({ buying_mode: "brief", brief: "online video about food and travel" });
  const chosen = ["ctv", "news"].map((source) => {
    const product = found.data?.products.find(({ product_id }) => product_id.startsWith(`${source}:`));
    const option = product?.pricing_options.find((one) => "fixed_price" in one && one.fixed_price !== undefined);
    return {
      product_id: product?.product_id ?? "",
      pricing_option_id: option?.pricing_option_id ?? "",
      budget: 30_000,
    };
  });
  const bought = await agent.createMediaBuy(newBuy("", "", { packages: chosen }));
  expect(bought.status).toBe("submitted");

  const { approvals } = expectData(await seller.get("/storefront/pending-operations"));
  const [{ mediaBuyId }] = approvals.items;
  const task = async () => (await callTool(shop, "tasks_get", { task_id: mediaBuyId })).payload;
  expect(await task()).toMatchObject({ status: "submitted", message: expect.stringContaining("not approved") });
  expect(await ledgers()).toEqual([0, 0]);

  await setAway(true);
  const queue = `/storefront/media-buy-approvals/${mediaBuyId}`;
  const approved = expectData(await seller.post(`${queue}/decide`, { status: "approved" }));
  expect(approved).toMatchObject({ status: "approved", forwardOutcome: "partial", forwardedAt: null });
  expect(expectData(await seller.get("/storefront/pending-operations"))).toMatchObject({
    failedForwards: { groups: [{ action: "retry", items: [{ mediaBuyId }] }] },
  });

  await setAway(false);
  const retried = expectData(await seller.post(`${queue}/retry-forward`, { reason: "the publisher is back" }));
  expect(retried).toMatchObject({ forwardOutcome: "all_completed", forwardError: null });
  expect(await task()).toMatchObject({
    status: "completed",
    result: {
      media_buy_id: mediaBuyId,
      packages: [{ product_id: chosen[0]?.product_id }, { product_id: chosen[1]?.product_id }],
    },
  });
  expect(await ledgers()).toEqual([1, 1]);
  expect(expectData(await seller.get("/storefront/pending-operations"))).toEqual({});
});
