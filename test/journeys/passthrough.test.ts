import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { expectData } from "../operations/expect-data.ts";

/** A storefront that sells the products of its only source, unchanged, under its own name. */
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.world.close());

const BRIEF = { adcp_version: "3.1", buying_mode: "brief", brief: "connected tv for families" };

test("a storefront shows its only source's products, in that order and at the buyer's price, and sells like any other", async () => {
  const { seller, buyer, world } = shop;
  const [first]: Payload[] = (await callTool(shop, "get_products", { adcp_version: "3.1" })).payload.products;

  expect(expectData(await seller.put("/storefront", { productMode: "passthrough" })).productMode).toBe("passthrough");
  const none = (await callTool(shop, "get_products", BRIEF)).payload;
  expect(none.products).toEqual([]);
  expect(none.incomplete).toMatchObject([{ description: expect.stringContaining("2 are active") }]);
  const early = newBuy(first.product_id, first.pricing_options[0].pricing_option_id);
  const refused = await callTool(shop, "create_media_buy", early);
  expect(refused.payload).toMatchObject({ errors: [{ code: "PRODUCT_NOT_FOUND" }] });

  expectData(await seller.put("/storefront/inventory-sources/news", { status: "DISABLED" }));
  const rules = [{ kind: "exclude", match: { sourceIds: ["ctv"] } }];
  expectData(await seller.post("/storefront/product-rules", { rules, activate: true }));
  const scope = { operatorDomain: null, brandDomain: null, countries: null };
  expectData(await seller.post("/storefront/buyer-instructions", { ...scope, discountPercent: 10, notes: null }));
  const passed: Payload[] = (await callTool(shop, "get_products", BRIEF)).payload.products;
  expect(passed.length).toBeGreaterThan(0);
  for (const { pricing_options } of passed)
    for (const { pricing_option_id } of pricing_options) expect(pricing_option_id).toMatch(/~10$/);

  const product = passed.find(({ pricing_options }) => pricing_options.some((one: Payload) => one.fixed_price));
  const option = product.pricing_options.find((one: Payload) => one.fixed_price);
  const bought = await callTool(shop, "create_media_buy", newBuy(product.product_id, option.pricing_option_id));
  expect(bought.isError).toBe(false);
  const order = expectData(await seller.get(`/storefront/media-buys/${bought.payload.media_buy_id}`));
  expect(order.packages).toMatchObject([{ productId: product.product_id, sourceId: "ctv", discountPercent: 10 }]);

  await world.host.backgroundTasks.idle();
  const runs = expectData(await seller.get("/storefront/intelligence-runs?buyingMode=brief")).items;
  expect(runs).toMatchObject([
    {
      productMode: "passthrough",
      disposition: "responded",
      posture: "wholesale_mirror",
      buyerCustomerId: buyer.customerId,
      composedProductIds: passed.map(({ product_id }) => product_id),
    },
    { disposition: "declined_fit", result: { kind: "skipped", code: "NO_SOURCE" } },
  ]);
  const [source] = runs[0].inventorySnapshot.sources;
  expect(source.products.map((one: Payload) => `ctv:${one.productId}`)).toEqual(runs[0].composedProductIds);
  expect(expectData(await seller.post(`/storefront/intelligence-runs/${runs[0].id}/replay`)).same).toBe(true);
});
