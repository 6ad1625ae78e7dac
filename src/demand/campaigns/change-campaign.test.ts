import { afterAll, beforeAll, expect, test } from "vitest";
import { FLIGHT_DATES, type Market, ok, openDesk, openMarket, SETTINGS, Shop } from "./campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

test("an update changes what it names and nothing else, and adds where the contract adds", async () => {
  const desk = await openDesk(market, new Shop("a"));
  const id = await desk.plan(["a"], { ...SETTINGS, budget: { total: 1000, dailyCap: 50 } });
  const before = await desk.read(id);
  const { campaign } = ok(
    await desk.buyer.put(`/buyer/campaigns/${id}`, {
      name: "Summer",
      budget: { total: 1200, dailyCap: null },
      catalogId: null,
      audienceConfig: { targetAudienceIds: ["cyclists"] },
      utmConfig: {
        params: [
          { paramKey: "utm_source", paramValue: "other" },
          { paramKey: "utm_medium", paramValue: "ctv" },
        ],
      },
    }),
  );
  const { catalogId: _, ...rest } = before;
  expect(campaign).toEqual({
    ...rest,
    name: "Summer",
    budget: { total: 1200, currency: "USD", pacing: "EVEN" },
    unallocatedBudget: 1200,
    audienceConfig: { targetAudienceIds: ["runners", "cyclists"], suppressAudienceIds: [] },
    utmConfig: {
      params: [
        { paramKey: "utm_source", paramValue: "other" },
        { paramKey: "utm_medium", paramValue: "ctv" },
      ],
    },
    updatedAt: expect.any(String),
  });
});

test("an update does not take the budget below what media buys hold, and says how low it may go", async () => {
  const desk = await openDesk(market, new Shop("a"));
  const id = await desk.plan([{ productId: "a", budget: 600.5 }]);
  await desk.execute(id);
  const lower = (total: number) => desk.buyer.put(`/buyer/campaigns/${id}`, { budget: { total } });
  expect(await lower(600.49)).toMatchObject({
    status: 409,
    error: { code: "INSUFFICIENT_MEDIA_BUDGET", field: "budget.total", details: { minimumAllowedBudget: 600.5 } },
  });
  expect((await lower(600.5)).data.campaign).toMatchObject({ budget: { total: 600.5 }, unallocatedBudget: 0 });
});

test("an update leaves the dates and the pacing of what sellers hold, and takes those it has already", async () => {
  const desk = await openDesk(market, new Shop("a"));
  const id = await desk.plan(["a"], { pacingPeriods: SETTINGS.pacingPeriods });
  const change = (body: unknown) => desk.buyer.put(`/buyer/campaigns/${id}`, body);
  const longer = { ...FLIGHT_DATES, endDate: "2026-05-10T00:00:00.000Z" };
  expect((await change({ flightDates: longer })).data.campaign.flightDates).toEqual(longer);
  await desk.execute(id);
  expect(await change({ flightDates: FLIGHT_DATES })).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE", field: "flightDates" },
  });
  const [period] = SETTINGS.pacingPeriods.periods;
  const pacingPeriods = { mode: "weight", periods: [{ ...period, weight: 2 }] };
  expect(await change({ pacingPeriods })).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
  expect((await change({ flightDates: longer, pacingPeriods: SETTINGS.pacingPeriods, name: "y" })).status).toBe(200);
});

test("an update cancels a media buy and gives its products free, and sends other operations elsewhere", async () => {
  const shop = new Shop("a");
  const desk = await openDesk(market, shop);
  const id = await desk.plan(["a"]);
  await desk.execute(id);
  const [{ mediaBuyId }] = (await desk.read(id)).mediaBuys;
  const change = (...mediaBuys: unknown[]) => desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys });
  for (const other of [{ mediaBuyId }, { mediaBuyId, action: "cancel", packageIds: ["p"] }])
    expect(await change(other)).toMatchObject({
      status: 400,
      error: { code: "BAD_REQUEST", field: "mediaBuys.0.action" },
    });
  expect((await change({ mediaBuyId: "mb_missing", action: "cancel" })).status).toBe(404);
  const { data } = await change({ mediaBuyId, action: "cancel" });
  expect(data).toMatchObject({ campaign: { allocatedBudget: 0, mediaBuys: [{ mediaBuyId, status: "CANCELED" }] } });
  expect(data).not.toHaveProperty("warnings");
  shop.status = "active";
  expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
});
