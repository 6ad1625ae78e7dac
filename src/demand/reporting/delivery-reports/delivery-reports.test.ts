import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import type { DeliveryAnswer } from "../../../ground/seller-agent/index.ts";
import { deleteReportsOfAllCustomers } from "../../delivery/index.ts";
import { refreshMediaBuy, takeDelivery } from "../../media-buys/index.ts";
import {
  type Market,
  type MediaBuyFixture,
  NOON,
  openMarket,
  openMediaBuyFixture,
} from "../../media-buys/media-buys.fixture.ts";
import { row } from "../../media-buys/scripted-seller.fixture.ts";
import { submitMediaBuy } from "../../media-buys/sending/index.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
beforeEach(() => market.clock.set(NOON));
afterAll(() => market.world.close());

async function bought() {
  const desk = await openMediaBuyFixture(market);
  const { mediaBuyId } = await desk.draft();
  const input = { customerId: desk.customerId, mediaBuyId };
  await desk.perform(submitMediaBuy, input);
  market.clock.set(after(NOON, 2 * DAY_MS));
  return { desk, mediaBuyId, input };
}

const listed = async (desk: MediaBuyFixture, query: string) =>
  (await desk.buyer.get(`/buyer/reporting/delivery-reports?${query}`)).data;
const reported = (spend: string): DeliveryAnswer => {
  return { timeZone: "UTC", currency: null, rows: [row("2026-05-05", spend, false)] };
};

test("every report is stored as it arrived, with its origin; one without a currency is in the package's", async () => {
  const { desk, mediaBuyId, input } = await bought();
  desk.seller.rows = [row("2026-05-05", "2", false)];
  await desk.perform(refreshMediaBuy, input);
  const statedAt = new Date("2026-05-06T06:00:00.000Z");
  await desk.perform(takeDelivery, { ...input, answer: reported("1.5"), statedAt });
  const { items, total } = await listed(desk, `mediaBuyId=${mediaBuyId}`);
  expect(total).toBe(2);
  expect(items).toMatchObject([
    { date: "2026-05-05", spend: 2, source: "poll", reportedAt: "2026-05-06T12:00:00.000Z", currency: "USD" },
    { date: "2026-05-05", spend: 1.5, source: "webhook", reportedAt: statedAt.toISOString(), currency: "USD" },
  ]);
  // The older of the two reports arrived later, and changes nothing.
  const { data } = await desk.buyer.get("/buyer/reporting/metrics?days=0");
  expect(data.totals.spend).toBe(2);
});

test("reports are read by day and package, a page at a time", async () => {
  const { desk, mediaBuyId, input } = await bought();
  desk.seller.rows = [row("2026-05-05", "2", false), row("2026-05-06", "3", false)];
  await desk.perform(refreshMediaBuy, input);
  const page = await listed(desk, `mediaBuyId=${mediaBuyId}&limit=1`);
  expect(page).toMatchObject({ items: [{ date: "2026-05-06" }], total: 2, hasMore: true, nextOffset: 1 });
  expect((await listed(desk, `mediaBuyId=${mediaBuyId}&day=2026-05-05`)).items).toMatchObject([{ spend: 2 }]);
  expect((await listed(desk, `mediaBuyId=${mediaBuyId}&packageId=pkg_none`)).items).toEqual([]);
});

test("a seller's clock that runs ahead does not make its report the last word for ever", async () => {
  const { desk, mediaBuyId, input } = await bought();
  await desk.perform(takeDelivery, { ...input, answer: reported("9"), statedAt: new Date("2030-01-01T00:00:00Z") });
  desk.seller.rows = [row("2026-05-05", "2", false)];
  market.clock.set(after(NOON, 3 * DAY_MS));
  await desk.perform(refreshMediaBuy, input);
  expect((await desk.buyer.get("/buyer/reporting/metrics?days=0")).data.totals.spend).toBe(2);
  expect((await listed(desk, `mediaBuyId=${mediaBuyId}`)).total).toBe(2);
});

test("old reports are deleted, and the resulting figures stay", async () => {
  const { desk, mediaBuyId, input } = await bought();
  desk.seller.rows = [row("2026-05-05", "2", true)];
  await desk.perform(refreshMediaBuy, input);
  await market.world.database.writeInstallation((db) => deleteReportsOfAllCustomers(db, after(NOON, 3 * DAY_MS)));
  expect((await listed(desk, `mediaBuyId=${mediaBuyId}`)).total).toBe(0);
  expect((await desk.buyer.get("/buyer/reporting/metrics?days=0")).data.totals.spend).toBe(2);
});

test("reports of another buyer's media buy are as missing as those of none", async () => {
  const { mediaBuyId } = await bought();
  const other = await openMediaBuyFixture(market);
  const reply = await other.buyer.get(`/buyer/reporting/delivery-reports?mediaBuyId=${mediaBuyId}`);
  expect(reply).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
});
