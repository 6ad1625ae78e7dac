import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeliveryRow } from "../../ground/seller-agent/index.ts";
import {
  type Market,
  type MediaBuyFixture,
  openMarket,
  openMediaBuyFixture,
} from "../media-buys/media-buys.fixture.ts";
import { type DeliveryDay, deliveryDaysOf, finalThrough } from "./delivery-day.ts";
import { deliveredOfCampaigns, upsertDelivery } from "./store.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const COUNTS = {
  impressions: 100,
  clicks: 2,
  spend: "1.10",
  views: 70,
  completedViews: 30,
  conversions: 1,
  conversionValue: "25.5",
};

async function reporter() {
  const desk = await openMediaBuyFixture(market);
  const { mediaBuyId, packages } = await desk.draft();
  const about = {
    advertiserId: desk.campaign.advertiserId,
    campaignId: desk.campaign.campaignId,
    mediaBuyId,
    packageId: packages[0]?.packageId ?? "",
    currency: "USD",
    timeZone: "UTC",
  };
  const day = (day: string, reported: string, change: Partial<DeliveryDay> = {}): DeliveryDay => {
    return { ...about, ...COUNTS, day, final: false, reportedAt: new Date(reported), ...change };
  };
  const write = (...days: DeliveryDay[]) => desk.inside(({ db }) => upsertDelivery(db, desk.customerId, days));
  return { desk, day, write, total: () => totalOf(desk) };
}

function totalOf(desk: MediaBuyFixture, { campaign } = desk) {
  return desk.inside(({ db }) => deliveredOfCampaigns(db, desk.customerId, [campaign.campaignId]));
}

test("a day is written once however often it is reported, and its correction replaces it", async () => {
  const { day, write, total } = await reporter();
  expect(await write(day("2026-05-05", "2026-05-06T00:05:00Z"), day("2026-05-06", "2026-05-06T00:05:00Z"))).toBe(2);
  expect(await write(day("2026-05-05", "2026-05-07T00:05:00Z"))).toBe(0);
  expect(await write(day("2026-05-05", "2026-05-07T00:05:00Z", { spend: "0.95", final: true }))).toBe(1);
  expect(await total()).toMatchObject([{ currency: "USD", impressions: 200, clicks: 4, spend: "2.05" }]);
});

test("an older report never replaces a newer one, nor a preliminary one a final one", async () => {
  const { day, write, total } = await reporter();
  await write(day("2026-05-05", "2026-05-07T00:05:00Z", { spend: "3", final: true }));
  expect(await write(day("2026-05-05", "2026-05-06T00:05:00Z", { spend: "1", final: true }))).toBe(0);
  expect(await write(day("2026-05-05", "2026-05-08T00:05:00Z", { spend: "2" }))).toBe(0);
  expect(await total()).toMatchObject([{ spend: "3" }]);
});

test("currencies are never added", async () => {
  const { day, write, total } = await reporter();
  const at = "2026-05-07T00:05:00Z";
  await write(day("2026-05-05", at), day("2026-05-06", at, { currency: "EUR", spend: "7" }));
  expect(await total()).toMatchObject([
    { currency: "EUR", spend: "7" },
    { currency: "USD", spend: "1.10" },
  ]);
});

test("delivery belongs to its customer alone", async () => {
  const { day, write, desk } = await reporter();
  await write(day("2026-05-05", "2026-05-06T00:05:00Z"));
  const other = await openMediaBuyFixture(market);
  expect(await totalOf(other, desk)).toEqual([]);
});

test("a report is read in terms of our packages: the last report on a day counts, fractions are rounded, unknown ids are named", () => {
  const row = (packageId: string, change: Partial<DeliveryRow>): DeliveryRow => {
    return { mediaBuyId: "theirs", packageId, day: "2026-05-05", ...COUNTS, final: true, ...change };
  };
  const rows = [row("a", { spend: "1" }), row("a", { spend: "2", conversions: 1.6 }), row("x", {})];
  const { days, strays } = deliveryDaysOf(
    { timeZone: "UTC", currency: "USD", rows },
    {
      advertiserId: 1,
      campaignId: "c",
      mediaBuyId: "m",
      reportedAt: new Date(0),
      packageOf: (id) => (id === "a" ? { packageId: "pkg_a", currency: "EUR" } : undefined),
    },
  );
  expect(days).toMatchObject([{ packageId: "pkg_a", spend: "2", conversions: 2, mediaBuyId: "m" }]);
  expect(strays).toEqual(["x"]);
});

test("delivery is final up to the last final day before the first open one", () => {
  const row = (day: string, final: boolean): DeliveryRow => ({
    mediaBuyId: "m",
    packageId: "a",
    day,
    ...COUNTS,
    final,
  });
  expect(finalThrough([], null)).toBeNull();
  expect(finalThrough([row("2026-05-05", false)], null)).toBeNull();
  expect(finalThrough([row("2026-05-06", true), row("2026-05-05", true)], null)).toBe("2026-05-06");
  expect(finalThrough([row("2026-05-05", true), row("2026-05-06", false), row("2026-05-07", true)], null)).toBe(
    "2026-05-05",
  );
  expect(finalThrough([row("2026-05-05", true)], "2026-05-07")).toBe("2026-05-07");
});
