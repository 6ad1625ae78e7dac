import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { expectData } from "../operations/expect-data.ts";

/** A storefront with two sources that sells them together. */
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.world.close());

const BRIEF = { adcp_version: "3.1", buying_mode: "brief", brief: "television and news" };

test("a bundle is bought by its proposal, exact to the cent, from each of its sources", async () => {
  const { seller } = shop;
  const { products: all } = expectData(await seller.post("/storefront/product-rules/preview", {}));
  const partAt = (sourceId: string) =>
    all.find(
      (one: Payload) => one.sourceId === sourceId && one.prices.some((price: Payload) => price.fixedPrice !== null),
    );
  const parts = [
    { productId: partAt("ctv").productId, share: 66.6 },
    { productId: partAt("news").productId, share: 33.4 },
  ];
  const duo = { kind: "bundle", ruleId: "duo", name: "TV and news", parts };
  expectData(await seller.post("/storefront/product-rules", { rules: [duo], activate: true }));

  const { proposals } = (await callTool(shop, "get_products", BRIEF)).payload;
  expect(proposals).toContainEqual(expect.objectContaining({ proposal_id: "@bundle:duo", name: "TV and news" }));
  const total_budget = { amount: 60_000.01, currency: "USD" };
  const { packages: _, ...buy } = newBuy("", "");
  const bought = await callTool(shop, "create_media_buy", { ...buy, proposal_id: "@bundle:duo", total_budget });
  expect(bought.payload).not.toHaveProperty("errors");
  const order = expectData(await seller.get(`/storefront/media-buys/${bought.payload.media_buy_id}`));
  expect(order.packages).toMatchObject([
    { sourceId: "ctv", productId: parts[0]?.productId, budget: 39_960.01 },
    { sourceId: "news", productId: parts[1]?.productId, budget: 20_040 },
  ]);
});
