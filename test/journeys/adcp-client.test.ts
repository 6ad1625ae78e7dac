import { ADCPMultiAgentClient } from "@adcp/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBuy } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";

/** A buyer that does not know this software, and has only the client of the AdCP SDK, a URL and a key. */
let shop: OpenShop;

beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.world.close());

test.each(["mcp", "a2a"] as const)(
  "a stranger's client buys over %s, and reads what was delivered",
  async (protocol) => {
    const agent_uri = protocol === "mcp" ? shop.mcpUrl : shop.a2aUrl;
    const buyer = await shop.world.caller("BUYER", { sandbox: true });
    const us = { id: "shop", name: "shop", agent_uri, protocol, auth_token: buyer.key };
    // Every answer is checked against the SDK's schemas of AdCP 3.0.
    const client = new ADCPMultiAgentClient([us], { validation: { responses: "strict" } });
    const agent = client.agent("shop");
    const found = await agent.getProducts({ buying_mode: "brief", brief: "online video about food and travel" });
    expect(found.error).toBeUndefined();
    const products = found.data?.products ?? [];
    expect(new Set(products.map(({ product_id }) => product_id.split(":")[0]))).toEqual(new Set(["ctv", "news"]));

    const chosen = ["ctv", "news"].map((source) => {
      const product = products.find(({ product_id }) => product_id.startsWith(`${source}:`));
      const option = product?.pricing_options.find((one) => "fixed_price" in one && one.fixed_price !== undefined);
      return {
        product_id: product?.product_id ?? "",
        pricing_option_id: option?.pricing_option_id ?? "",
        budget: 30_000,
      };
    });
    const order = newBuy("", "", { packages: chosen });
    const bought = await agent.createMediaBuy(order);
    expect(bought.error).toBeUndefined();
    const { media_buy_id: mediaBuyId } = bought.data as unknown as { media_buy_id: string };

    await buyer.post("/sandbox/clock", { days: 5 });
    const standing = await agent.getMediaBuys({ media_buy_ids: [mediaBuyId] });
    expect(standing.data).toMatchObject({ media_buys: [{ media_buy_id: mediaBuyId, status: "active" }] });
    const delivered = await agent.getMediaBuyDelivery({ media_buy_ids: [mediaBuyId] });
    const [delivery] = delivered.data?.media_buy_deliveries ?? [];
    expect(delivery?.by_package).toHaveLength(2);
    expect(delivery?.totals.spend).toBeGreaterThan(0);
  },
);
