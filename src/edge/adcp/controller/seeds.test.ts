import { afterAll, beforeAll, expect, test } from "vitest";
import { adcpSchemas } from "../../../../test/agent/adcp-schemas.ts";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

async function newcomer(sandbox = true) {
  const { key } = await shop.world.caller("BUYER", { sandbox });
  const ask = async (name: string, input: object = {}): Promise<Payload> =>
    (await callTool(shop, name, input, { key })).payload;
  return { ask, seed: (scenario: string, params: object) => ask("comply_test_controller", { scenario, params }) };
}

const PRODUCT = { name: "Preroll", delivery_type: "guaranteed", channels: ["olv"] };
const PRICE = { pricing_model: "cpm", currency: "USD", fixed_price: 22 };

async function seeded() {
  const buyer = await newcomer();
  expect(await buyer.seed("seed_product", { product_id: "preroll_q2", fixture: PRODUCT })).toMatchObject({
    success: true,
  });
  const price = { product_id: "preroll_q2", pricing_option_id: "cpm_guaranteed", fixture: PRICE };
  expect(await buyer.seed("seed_pricing_option", price)).toMatchObject({ success: true });
  return buyer;
}

test("a seeded product is on its caller's shelf under its own name and price, and on nobody else's", async () => {
  const { ask } = await seeded();
  for (const asked of [{ buying_mode: "wholesale" }, { buying_mode: "brief", brief: "video" }]) {
    const answer = await ask("get_products", { adcp_version: "3.1", ...asked });
    expect(answer.products[0]).toMatchObject({
      product_id: "preroll_q2",
      name: "Preroll",
      pricing_options: [{ pricing_option_id: "cpm_guaranteed", fixed_price: 22 }],
    });
    expect(adcpSchemas()("get_products", answer)).toEqual([]);
  }
  const other = await (await newcomer()).ask("get_products", { buying_mode: "wholesale" });
  expect(JSON.stringify(other)).not.toContain("preroll_q2");
});

test("one that is seeded after the shelf was read is visible immediately", async () => {
  const { ask, seed } = await seeded();
  await ask("get_products", { buying_mode: "wholesale" });
  expect(await seed("seed_product", { product_id: "display_q2", fixture: PRODUCT })).toMatchObject({ success: true });
});

test("products of the channel that a brief requires come first", async () => {
  const { ask, seed } = await seeded();
  await seed("seed_product", { product_id: "display_q2", fixture: { ...PRODUCT, channels: ["display"] } });
  const { products } = await ask("get_products", { buying_mode: "brief", brief: "Display inventory on news" });
  expect(products.slice(0, 2)).toMatchObject([{ product_id: "display_q2" }, { product_id: "preroll_q2" }]);
});

test("it can be bought by its names, keeps them, and really delivers", async () => {
  const { ask } = await seeded();
  const reported = await ask("create_media_buy", newBuy("preroll_q2", "cpm_guaranteed", { start_time: "asap" }));
  const names = { product_id: "preroll_q2", pricing_option_id: "cpm_guaranteed" };
  expect(reported.packages).toMatchObject([names]);
  const { media_buys } = await ask("get_media_buys", { media_buy_ids: [reported.media_buy_id] });
  expect(media_buys[0].packages).toMatchObject([names]);
  const { errors } = await ask("create_media_buy", newBuy("preroll_q2", "another"));
  expect(errors).toMatchObject([{ field: "packages[0].pricing_option_id" }]);
});

test("it is omitted by a refinement that omits it, and nothing else is", async () => {
  const { ask } = await seeded();
  const refine = [{ scope: "product", product_id: "preroll_q2", action: "omit" }];
  const { products } = await ask("get_products", { buying_mode: "refine", refine });
  expect(products.length).toBeGreaterThan(5);
  expect(products.map(({ product_id }: Payload) => product_id)).not.toContain("preroll_q2");
});

test("seeded formats and media buys are listed", async () => {
  const { ask, seed } = await newcomer();
  const fixture = { name: "Mine", assets: [] };
  await seed("seed_creative_format", { format_id: "mine_1", fixture });
  const { formats } = await ask("list_creative_formats", {
    format_ids: [{ agent_url: shop.world.host.installation.publicUrl, id: "mine_1" }],
  });
  expect(formats).toMatchObject([{ name: "Mine" }]);
  for (const media_buy_id of ["mb_1", "mb_2", "mb_1"])
    expect(await seed("seed_media_buy", { media_buy_id, fixture: { status: "paused" } })).toMatchObject({
      success: true,
    });
  const { media_buys } = await ask("get_media_buys");
  expect(media_buys.map(({ po_number, status }: Payload) => [po_number, status])).toEqual([
    ["mb_1", "paused"],
    ["mb_2", "paused"],
  ]);
});

test("a live caller cannot seed anything", async () => {
  const { ask } = await newcomer(false);
  const answer = await ask("comply_test_controller", { scenario: "seed_product", params: { product_id: "x" } });
  expect(answer).toMatchObject({ success: false, error: "FORBIDDEN" });
});
