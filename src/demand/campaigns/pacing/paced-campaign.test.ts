import { afterAll, beforeAll, expect, test } from "vitest";
import { fixed, product } from "../../discovery/discovery.fixture.ts";
import { type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const FIRST = { label: "Launch", start: "2026-05-05", end: "2026-05-05" };
const LAST = { label: "Close", start: "2026-05-07", end: "2026-05-08" };
const weighted = (first: number, last: number) => ({
  pacingPeriods: {
    mode: "weight",
    periods: [
      { ...FIRST, weight: first },
      { ...LAST, weight: last },
    ],
  },
});
const budgeted = (first: number, last: number) => ({
  pacingPeriods: {
    mode: "budget",
    periods: [
      { ...FIRST, budget: first },
      { ...LAST, budget: last },
    ],
  },
});

test("one package is bought for each product and period, within the period, and the budget is divided by the weights", async () => {
  const shop = new Shop("a", "b");
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan([{ productId: "a", budget: 100.01 }, "b"], weighted(1, 2));
  ok(await desk.execute(id));
  const [request] = shop.created.map((one) => one.request);
  expect(request?.packages).toMatchObject([
    { productId: "a", budget: "33.34", startTime: new Date("2026-05-05"), endTime: new Date("2026-05-06") },
    { productId: "a", budget: "66.67", startTime: new Date("2026-05-07"), endTime: new Date("2026-05-09") },
    { productId: "b", budget: "299.99" },
    { productId: "b", budget: "600" },
  ]);
  const [buy] = (await desk.read(id)).mediaBuys;
  expect(buy.products).toMatchObject([
    { productId: "a", budget: 100.01 },
    { productId: "b", budget: 899.99 },
  ]);
  const { data } = await desk.buyer.get(`/buyer/media-buys/${buy.mediaBuyId}/packages`);
  expect(data).toMatchObject({
    isPaced: true,
    packageCount: 4,
    packages: [
      { pacingPeriod: { index: 1, label: "Launch" }, endTime: "2026-05-06T00:00:00.000Z" },
      { pacingPeriod: { index: 2, label: "Close" }, startTime: "2026-05-07T00:00:00.000Z" },
      { pacingPeriod: { index: 1 } },
      { pacingPeriod: { index: 2 } },
    ],
  });
});

test("a period without weight is skipped, and so is one that is over when the campaign is executed", async () => {
  const shop = new Shop("a");
  const desk = await openCampaignFixture(market, shop);
  const skipped = await desk.plan(["a"], weighted(0, 1));
  ok(await desk.execute(skipped));
  const late = await desk.plan(["a"], weighted(3, 1));
  ok(await desk.buyer.post("/sandbox/clock", { to: "2026-05-06T12:00:00.000Z" }));
  ok(await desk.execute(late));
  for (const { request } of shop.created)
    expect(request.packages).toMatchObject([{ budget: "1000", startTime: new Date("2026-05-07") }]);
  const over = await desk.plan(["a"], { ...weighted(1, 0) });
  expect(await desk.execute(over)).toMatchObject({
    status: 400,
    error: { message: expect.stringContaining("no pacing period") },
  });
});

test("explicit budgets are spent as they are, and anything beyond them is not spent", async () => {
  const shop = new Shop("a", "b");
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan([{ productId: "a", budget: 200 }], budgeted(300, 500));
  ok(await desk.execute(id));
  const { discoveryId } = await desk.read(id);
  const more = (budget?: number) =>
    desk.buyer.post(`/buyer/discovery/${discoveryId}/products`, {
      products: [{ productId: "b", ...(budget && { budget }) }],
    });
  ok(await more(600.01));
  expect((await desk.execute(id)).error).toMatchObject({
    message: expect.stringContaining("the pacing periods leave 600"),
  });
  ok(await desk.buyer.delete(`/buyer/discovery/${discoveryId}/products`, { productIds: ["b"] }));
  ok(await more());
  ok(await desk.execute(id));
  const parts = shop.created.flatMap(({ request }) => request.packages);
  expect(parts.map(({ productId, budget }) => [productId, budget])).toEqual([
    ["a", "75"],
    ["a", "125"],
    ["b", "225"],
    ["b", "375"],
  ]);
  expect(await desk.read(id)).toMatchObject({ allocatedBudget: 800, unallocatedBudget: 200 });
});

test("a period whose share is below the seller's minimum is named", async () => {
  const dear = product("dear", { pricingOptions: [fixed("20", { minSpendPerPackage: "400" })] });
  const desk = await openCampaignFixture(market, new Shop(dear));
  const id = await desk.plan(["dear"], weighted(1, 2));
  expect((await desk.execute(id)).error).toMatchObject({
    message: expect.stringContaining("for Launch is below the seller's minimum"),
    details: { productId: "dear", minimum: "400" },
  });
});

test("between two periods a media buy is not running, and says until when; afterwards it says that the last one is over", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const short = { ...LAST, end: "2026-05-07" };
  const periods = [
    { ...FIRST, weight: 1 },
    { ...short, weight: 1 },
  ];
  const id = await desk.plan(["a"], { pacingPeriods: { mode: "weight", periods } });
  ok(await desk.execute(id));
  const why = async (to: string) => {
    ok(await desk.buyer.post("/sandbox/clock", { to }));
    return (await desk.read(id)).mediaBuys[0].why;
  };
  expect(await why("2026-05-05T12:00:00.000Z")).toBeNull();
  expect(await why("2026-05-06T12:00:00.000Z")).toMatchObject({
    waitingOn: null,
    reason: expect.stringContaining("2026-05-07T00:00:00.000Z"),
  });
  expect(await why("2026-05-07T12:00:00.000Z")).toBeNull();
  expect(await why("2026-05-08T12:00:00.000Z")).toMatchObject({
    reason: expect.stringContaining("last pacing period"),
  });
});
