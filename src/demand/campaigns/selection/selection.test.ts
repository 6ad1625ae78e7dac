import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auction, fixed, product } from "../../discovery/discovery.fixture.ts";
import { type CampaignFixture, type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const GOALS = { performanceConfig: { optimizationGoals: [{ kind: "metric", metric: "clicks" }] }, mode: "performance" };
const priced = (id: string, cpm: string) => product(id, { pricingOptions: [fixed(cpm)] });
const select = (desk: CampaignFixture, id: string, body?: unknown) =>
  desk.buyer.post(`/buyer/campaigns/${id}/auto-select-products`, body);

async function performance(desk: CampaignFixture, changes: Record<string, unknown> = {}): Promise<string> {
  const body = {
    advertiserId: desk.advertiserId,
    name: "Clicks",
    flightDates: { startDate: "2026-05-05T00:00:00Z", endDate: "2026-05-09T00:00:00Z" },
    budget: { total: 1000 },
  };
  return ok(await desk.buyer.post("/buyer/campaigns", { ...body, ...GOALS, ...changes })).campaign.campaignId;
}

describe("auto-selection", () => {
  test("asks the sellers if nobody has yet, and selects products with which the campaign can be executed", async () => {
    const shop = new Shop(priced("a", "30"), priced("b", "10"), priced("c", "20"));
    const desk = await openCampaignFixture(market, shop);
    const id = await performance(desk);
    const { status, data } = await select(desk, id, { maxProducts: 2 });
    expect({ status, ...data }).toMatchObject({
      status: 200,
      campaignId: id,
      selectedProducts: [
        { productId: "b", cpm: 10, budget: 500, pricingOptionId: "fixed", salesAgentId: shop.agentId },
        { productId: "c", cpm: 20, budget: 500 },
      ],
      budgetContext: { campaignBudget: 1000, totalAllocated: 1000, remainingBudget: 0, currency: "USD" },
      productCount: 2,
      previouslySelectedCount: 0,
      selectionMethod: "cpm_heuristic",
      testBudgetPerProduct: 500,
    });
    expect(await desk.read(id)).toMatchObject({
      discoveryId: data.discoveryId,
      products: [{ productId: "b" }, { productId: "c" }],
    });
    expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
  });

  test("replaces what was selected, and gives the same for the same offers", async () => {
    const desk = await openCampaignFixture(market, new Shop(priced("a", "30"), priced("b", "10")));
    const id = await performance(desk, { brief: "running shoes" });
    const first = (await select(desk, id)).data;
    const { discoveryId } = first;
    ok(await desk.buyer.delete(`/buyer/discovery/${discoveryId}/products`, { productIds: ["a"] }));
    const second = (await select(desk, id)).data;
    expect(second).toEqual({ ...first, previouslySelectedCount: 1 });
  });

  test("gives way to a request that attaches another session while sellers are being asked", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const other = await desk.discover([]);
    const id = await performance(desk);
    const listed = shop.listed();
    const { getProducts } = listed.agent;
    listed.agent.getProducts = async (request, call) => {
      ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { discoveryId: other }));
      return getProducts(request, call);
    };
    market.market.open(listed);
    expect(await select(desk, id)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
    expect(await desk.read(id)).toMatchObject({ discoveryId: other, products: [] });
  });

  test("takes directions, in the words of both generations", async () => {
    const desk = await openCampaignFixture(market, new Shop(priced("a", "30"), priced("b", "10"), priced("c", "20")));
    const id = await performance(desk);
    ok(await select(desk, id));
    const refine = [
      { scope: "product", id: "b", action: "omit" },
      { scope: "product", id: "a", action: "include" },
      { scope: "product", id: "c", action: "moreLikeThis" },
      { scope: "request", ask: "more video" },
    ];
    const { data } = await select(desk, id, { refine });
    expect(data.selectedProducts.map(({ productId }: { productId: string }) => productId)).toEqual(["a", "c"]);
  });

  test("is for drafts with goals, accepts no unknown field, and says why nothing fits", async () => {
    const desk = await openCampaignFixture(market, new Shop(product("open", { pricingOptions: [auction(null)] })));
    const aimless = await desk.plan([]);
    expect(await select(desk, aimless)).toMatchObject({
      status: 400,
      error: { code: "BAD_REQUEST", message: expect.stringContaining("performanceConfig") },
    });
    const id = await performance(desk);
    expect(await select(desk, id, { products: 3 })).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
    expect(await select(desk, id)).toMatchObject({
      status: 400,
      error: { code: "BAD_REQUEST", details: { productsFound: 1, productsBuyable: 0 } },
    });
    ok(await desk.buyer.delete(`/buyer/campaigns/${id}`));
    expect(await select(desk, id)).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
    expect((await select(desk, "cmp_missing")).status).toBe(404);
  });
});

test("a campaign's products are listed with their media buys, and those that wait are counted", async () => {
  const shop = new Shop("a", "b");
  const desk = await openCampaignFixture(market, shop);
  const empty = await performance(desk);
  const products = (id: string) => desk.buyer.get(`/buyer/campaigns/${id}/products`);
  expect((await products(empty)).data).toEqual({
    campaignId: empty,
    discoveryId: null,
    products: [],
    searchContexts: [],
    summary: { totalProducts: 0, productsOnMediaBuys: 0, productsPending: 0 },
  });
  const id = await desk.plan([{ productId: "a", budget: 400 }]);
  ok(await desk.execute(id));
  const { discoveryId, mediaBuys } = await desk.read(id);
  ok(await desk.buyer.post(`/buyer/discovery/${discoveryId}/products`, { products: [{ productId: "b" }] }));
  const [buy] = mediaBuys;
  expect((await products(id)).data).toMatchObject({
    discoveryId,
    products: [
      {
        productId: "a",
        budget: 400,
        pricingModel: "cpm",
        searchContext: { id: discoveryId },
        mediaBuys: [{ mediaBuyId: buy.mediaBuyId, status: "ACTIVE", packageIds: [buy.packages[0].packageId] }],
      },
      { productId: "b", mediaBuys: [] },
    ],
    searchContexts: [{ id: discoveryId, productCount: 2 }],
    summary: { totalProducts: 2, productsOnMediaBuys: 1, productsPending: 1 },
  });
  expect((await products("cmp_missing")).status).toBe(404);
});
