import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const ask = async (name: string, input: object) => (await callTool(shop, name, input)).payload;

const image = { asset_type: "image", url: "https://cdn.example/banner.png", width: 300, height: 250 };
const creative = (creative_id: string) => {
  const format_id = { agent_url: "https://formats.example", id: "display_300x250" };
  return { creative_id, name: `Banner ${creative_id}`, format_id, assets: { image } };
};

test("creatives are only changed at the revision that their buyer knows", async () => {
  const [product] = (await ask("get_products", { buying_mode: "wholesale" })).products;
  const request = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
  const { media_buy_id, packages, revision } = await ask("create_media_buy", request);
  const change = (id: string) =>
    ask("update_media_buy", {
      idempotency_key: crypto.randomUUID(),
      account: request.account,
      media_buy_id,
      revision,
      packages: [{ package_id: packages[0].package_id, creatives: [creative(id)] }],
    });
  const first = await change("a");
  expect(first.errors).toBeUndefined();
  expect(first.revision).toBeGreaterThan(revision);
  expect((await change("b")).errors).toMatchObject([{ code: "CONFLICT", field: "revision" }]);
});
