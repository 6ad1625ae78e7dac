import { runConformance } from "@adcp/sdk/conformance";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callTool, newBuy } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";

/**
 * What `adcp fuzz` of the SDK generates from the schemas of AdCP 3.0.6, with fixed seeds, and what it expects of the answers. Most of it
 * names a release or a day that does not exist, and is refused.
 */
const SEEDS = [42, 20_261_121];
const REQUESTS_PER_TOOL = 30;
const TOOLS = [
  "get_adcp_capabilities",
  "get_products",
  "list_creative_formats",
  "get_media_buys",
  "get_media_buy_delivery",
  "update_media_buy",
  "tasks_get",
  "tasks_list",
] as const;

let shop: OpenShop;
let mediaBuyId: string;
beforeAll(async () => {
  // The client warns about each field that a tool does not list, which is most of them.
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  shop = await openShop();
  const [product] = (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload.products;
  const order = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
  mediaBuyId = (await callTool(shop, "create_media_buy", order)).payload.media_buy_id;
});
afterAll(() => shop.close());

test.each(SEEDS)(
  "whatever the schemas allow to be asked is answered by the schemas, or refused in the protocol's words (seed %i)",
  async (seed) => {
    const stranger = await shop.world.caller("BUYER", { sandbox: true });
    const { failures, perTool, uniformError } = await runConformance(shop.mcpUrl, {
      seed,
      turnBudget: REQUESTS_PER_TOOL,
      tools: TOOLS,
      authToken: shop.buyer.key,
      authTokenCrossTenant: stranger.key,
      fixtures: { media_buy_ids: [mediaBuyId], task_ids: [mediaBuyId] },
    });
    expect(failures).toEqual([]);
    for (const tool of TOOLS) expect({ tool, ...perTool[tool] }).toMatchObject({ skipped: false, failed: 0 });
    expect(uniformError.filter(({ verdict }) => verdict === "fail")).toEqual([]);
  },
);
