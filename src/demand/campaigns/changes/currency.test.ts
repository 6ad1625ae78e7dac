import { afterAll, beforeAll, expect, test } from "vitest";
import { fixed, product } from "../../discovery/discovery.fixture.ts";
import { FLIGHT_DATES, type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";
import { drafted } from "./bought.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const MISMATCH = { status: 400, error: { code: "CURRENCY_MISMATCH" } };

test("a budget cannot change its currency", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const id = await desk.plan(["a"]);
  const change = { budget: { total: 1000, currency: "EUR" } };
  expect(await desk.buyer.put(`/buyer/campaigns/${id}`, change)).toMatchObject(MISMATCH);
});

test("a draft is not moved to a price in another currency", async () => {
  const inEuros = fixed("18", { pricingOptionId: "euros", currency: "EUR" });
  const desk = await openCampaignFixture(market, new Shop(product("a", { pricingOptions: [fixed("20"), inEuros] })));
  const { buy } = await drafted(market, desk, ["a"]);
  const products = [{ productId: "a", pricingOptionId: "euros" }];
  const reply = await desk.buyer.patch(`/buyer/media-buys/${buy.mediaBuyId}`, { products });
  expect(reply).toMatchObject({ ...MISMATCH, error: { field: "products.0.pricingOptionId" } });
});

test("products selected in one currency are not bought for a campaign in another", async () => {
  const shop = new Shop("a");
  const desk = await openCampaignFixture(market, shop);
  const discoveryId = await desk.discover(["a"]);
  ok(await desk.buyer.put(`/buyer/advertisers/${desk.advertiserId}`, { primaryCurrency: "EUR" }));
  const plan = { advertiserId: desk.advertiserId, name: "Spring", flightDates: FLIGHT_DATES, discoveryId };
  const budget = { total: 1000, currency: "EUR" };
  const { campaign } = ok(await desk.buyer.post("/buyer/campaigns", { ...plan, budget }));
  expect(await desk.execute(campaign.campaignId)).toMatchObject(MISMATCH);
  expect(shop.created).toEqual([]);
});
