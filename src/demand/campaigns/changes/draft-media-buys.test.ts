import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auction, fixed, product } from "../../discovery/discovery.fixture.ts";
import { type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";
import { drafted } from "./bought.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

describe("a draft", () => {
  test("takes new terms for its products, keeps them, and is sent with them", async () => {
    const option = { pricingOptionId: "dear", minSpendPerPackage: "100" };
    const shop = new Shop(product("a", { pricingOptions: [fixed("20"), fixed("30", option), auction("10")] }), "b");
    const desk = await openCampaignFixture(market, shop);
    const { id, buy, change } = await drafted(market, desk, [
      { productId: "a", budget: 400 },
      { productId: "b", budget: 200 },
    ]);
    const { mediaBuyId } = buy;
    const edit = (...products: object[]) => change({ mediaBuyId, products });
    expect(await edit({ productId: "a", pricingOptionId: "auction" })).toMatchObject({
      status: 400,
      error: { field: "mediaBuys.0.products.0.bidPrice" },
    });
    expect(await edit({ productId: "a", pricingOptionId: "dear", budget: 99 })).toMatchObject({
      status: 400,
      error: { field: "mediaBuys.0.products.0.budget" },
    });
    expect((await edit({ productId: "none", budget: 1 })).status).toBe(404);
    expect(await edit({ productId: "a", budget: 800.01 })).toMatchObject({ status: 409 });
    const { data } = await change({
      mediaBuyId,
      name: "Mine",
      start_time: "2026-05-06T00:00:00Z",
      products: [
        { product_id: "a", pricing_option_id: "auction", bid_price: 11.5, budget: 300, pacing: "front_loaded" },
        { productId: "b", remove: true },
      ],
    });
    expect(data.campaign.mediaBuys[0]).toMatchObject({
      status: "DRAFT",
      name: "Mine",
      startTime: "2026-05-06T00:00:00.000Z",
      packages: [{ productId: "a", pricingOptionId: "auction", bidPrice: 11.5, budget: 300, pacing: "front_loaded" }],
    });
    ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { name: "Summer" }));
    expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
    expect(shop.created).toHaveLength(1);
    expect(shop.created[0]?.request).toMatchObject({
      name: "Mine",
      flight: { start: new Date("2026-05-06T00:00:00Z") },
      packages: [{ productId: "a", budget: "300", bidPrice: "11.5" }],
    });
  });

  test("is deleted, not canceled, and takes products, not packages; one left empty is archived", async () => {
    const desk = await openCampaignFixture(market, new Shop("a"), new Shop("b"));
    const { id, change } = await drafted(market, desk, ["a", "b"]);
    const [one, other] = (await desk.read(id)).mediaBuys;
    const packages = [{ packageId: one.packages[0].packageId, budget: 1 }];
    expect(await change({ mediaBuyId: one.mediaBuyId, packages })).toMatchObject({
      status: 400,
      error: { code: "INVALID_STATE", field: "mediaBuys.0.packages" },
    });
    const canceled = await change({ mediaBuyId: one.mediaBuyId, action: "cancel" });
    expect(canceled).toMatchObject({ status: 400, error: { message: expect.stringContaining("delete it") } });
    const { productId } = other.products[0];
    const { data } = await change(
      { mediaBuyId: one.mediaBuyId, action: "delete" },
      { mediaBuyId: other.mediaBuyId, products: [{ productId, remove: true }] },
    );
    const statuses = data.campaign.mediaBuyRefs.map(({ status }: { status: string }) => status);
    expect(statuses).toEqual(["ARCHIVED", "ARCHIVED"]);
  });

  test("that is sent unchanged, although its product was selected again, is reported", async () => {
    const desk = await openCampaignFixture(market, new Shop("a"));
    const { id, buy } = await drafted(market, desk, [{ productId: "a", budget: 400 }]);
    ok(await desk.buyer.post("/sandbox/clock", { hours: 1 }));
    const { discoveryId } = await desk.read(id);
    ok(
      await desk.buyer.post(`/buyer/discovery/${discoveryId}/products`, {
        products: [{ productId: "a", budget: 500 }],
      }),
    );
    expect((await desk.execute(id)).data).toMatchObject({
      mediaBuysExecuted: 1,
      warnings: [{ type: "stale_draft", mediaBuyIds: [buy.mediaBuyId] }],
    });
    expect((await desk.execute(id)).data).not.toHaveProperty("warnings");
  });
});
