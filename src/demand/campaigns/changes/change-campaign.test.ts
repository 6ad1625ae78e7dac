import { afterAll, beforeAll, expect, test } from "vitest";
import {
  FLIGHT_DATES,
  type Market,
  ok,
  openCampaignFixture,
  openMarket,
  SETTINGS,
  Shop,
} from "../campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

test("an update changes only what it names, and adds where the contract says so", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const id = await desk.plan(["a"], { ...SETTINGS, budget: { total: 1000, dailyCap: 50 } });
  const before = await desk.read(id);
  const { campaign } = ok(
    await desk.buyer.put(`/buyer/campaigns/${id}`, {
      name: "Summer",
      budget: { total: 1200, dailyCap: null },
      audienceConfig: { targetAudienceIds: ["cyclists"] },
      utmConfig: {
        params: [
          { paramKey: "utm_source", paramValue: "other" },
          { paramKey: "utm_medium", paramValue: "ctv" },
        ],
      },
    }),
  );
  expect(campaign).toEqual({
    ...before,
    name: "Summer",
    budget: { total: 1200, currency: "USD", pacing: "EVEN" },
    unallocatedBudget: 1200,
    audienceConfig: { targetAudienceIds: ["runners", "cyclists"], suppressAudienceIds: [] },
    audiences: ["runners", "cyclists"].map((audienceId) => expect.objectContaining({ audienceId, type: "TARGET" })),
    revision: 2,
    utmConfig: {
      params: [
        { paramKey: "utm_source", paramValue: "other" },
        { paramKey: "utm_medium", paramValue: "ctv" },
      ],
    },
    updatedAt: expect.any(String),
  });
});

test("an update does not reduce the budget below what media buys hold, and says how low it may go", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const id = await desk.plan([{ productId: "a", budget: 600.5 }]);
  await desk.execute(id);
  const lower = (total: number) => desk.buyer.put(`/buyer/campaigns/${id}`, { budget: { total } });
  expect(await lower(600.49)).toMatchObject({
    status: 409,
    error: { code: "INSUFFICIENT_MEDIA_BUDGET", field: "budget.total", details: { minimumAllowedBudget: 600.5 } },
  });
  expect((await lower(600.5)).data.campaign).toMatchObject({ budget: { total: 600.5 }, unallocatedBudget: 0 });
});

test("an update keeps the dates and the pacing that sellers have already been sent, and accepts them unchanged", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
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

test("null removes goals and periods, except for the goals of a performance campaign", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const { pacingPeriods, performanceConfig } = SETTINGS;
  const taken = { pacingPeriods: null, performanceConfig: null };
  const id = await desk.plan(["a"], { pacingPeriods, performanceConfig });
  const { campaign } = ok(await desk.buyer.put(`/buyer/campaigns/${id}`, taken));
  expect(campaign).not.toHaveProperty("pacingPeriods");
  expect(campaign).not.toHaveProperty("performanceConfig");
  const driven = await desk.plan(["a"], { mode: "performance", performanceConfig });
  expect(await desk.buyer.put(`/buyer/campaigns/${driven}`, taken)).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "performanceConfig" },
  });
});

test("deleteMissing replaces audiences, and those that stay keep the time at which they were named", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const id = await desk.plan([], { audienceConfig: { targetAudienceIds: ["a", "b"], suppressAudienceIds: ["c"] } });
  ok(await desk.buyer.post("/sandbox/clock", { hours: 1 }));
  const audienceConfig = { targetAudienceIds: ["b", "d"], deleteMissing: true };
  const { campaign } = ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { audienceConfig }));
  expect(campaign.audiences).toMatchObject([
    { audienceId: "b", type: "TARGET", enabledAt: "2026-05-04T12:00:00.000Z" },
    { audienceId: "d", type: "TARGET", enabledAt: "2026-05-04T13:00:00.000Z" },
  ]);
});

test("a daily cap above the whole budget is reported when either is set", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const body = { advertiserId: desk.advertiserId, name: "x", flightDates: FLIGHT_DATES };
  const limitsNothing = "budget.dailyCap is more than budget.total, so it limits nothing";
  const wide = ok(await desk.buyer.post("/buyer/campaigns", { ...body, budget: { total: 10, dailyCap: 10.01 } }));
  expect(wide.warnings).toContain(limitsNothing);
  const made = ok(await desk.buyer.post("/buyer/campaigns", { ...body, budget: { total: 10, dailyCap: 10 } }));
  expect(made.warnings).not.toContain(limitsNothing);
  const lowered = await desk.buyer.put(`/buyer/campaigns/${made.campaign.campaignId}`, { budget: { total: 9 } });
  expect(ok(lowered).warnings).toEqual([limitsNothing]);
});

test("settings that are not sent to any seller are reported once, when they are set", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const body = { advertiserId: desk.advertiserId, name: "x", flightDates: FLIGHT_DATES };
  const made = ok(await desk.buyer.post("/buyer/campaigns", { ...body, budget: { total: 10, dailyCap: 2 } }));
  expect(made.warnings).toEqual([expect.stringContaining("dailyCap is stored but not enforced")]);
  const { campaignId } = made.campaign;
  expect(ok(await desk.buyer.put(`/buyer/campaigns/${campaignId}`, { name: "y" }))).not.toHaveProperty("warnings");
  const caps = [3, 9].map((most) => ({ max_impressions: most, window: { interval: most, unit: "days" } }));
  const asked = {
    frequencyCaps: caps,
    constraints: { geo_regions: ["US-NY"], language: ["English"], device_type: [] },
  };
  const { warnings } = ok(await desk.buyer.put(`/buyer/campaigns/${campaignId}`, asked));
  expect(warnings).toEqual([
    expect.stringMatching(/^constraints\.language: stored, but not sent to any seller/),
    expect.stringMatching(/^frequencyCaps\.1: stored, but not sent to any seller/),
  ]);
});
