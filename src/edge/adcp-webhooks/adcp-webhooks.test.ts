import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import { refreshMediaBuy } from "../../demand/media-buys/index.ts";
import { type MediaBuyFixture, openMediaBuyFixture } from "../../demand/media-buys/media-buys.fixture.ts";
import { submitMediaBuy } from "../../demand/media-buys/sending/index.ts";
import { perform } from "../../ground/kernel/perform.ts";
import type { DeliveryRow } from "../../ground/seller-agent/index.ts";
import type { ScriptedSeller } from "../../supply/orders/scripted-seller.fixture.ts";
import { type Market, openMarket } from "../../supply/orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
  // Sellers are only given a webhook if they can reach it over TLS.
  Object.assign(market.world.host.installation, { publicUrl: "https://ads.example" });
});
beforeEach(() => market.clock.set(new Date("2026-05-04T12:00:00Z")));
afterAll(() => market.world.close());

interface Deal {
  readonly desk: MediaBuyFixture;
  readonly seller: ScriptedSeller;
  readonly mediaBuyId: string;
  /** The URL that the seller was given. */
  readonly url: string;
}

/** A buyer's media buy at a storefront whose only source is an external agent. */
async function deal({ manual = false } = {}): Promise<Deal> {
  const { world } = market;
  const shop = await market.openShop({ sources: 1 });
  const [seller] = shop.sellers;
  if (!seller) throw new Error("the shop has no source");
  seller.manual = manual;
  const capabilities = { ...(await seller.capabilities()), reportsByWebhook: true };
  await world.database.write({ customerId: shop.customerId, reach: "tenant" }, (db) =>
    db
      .updateTable("inventory_sources")
      .set({ execution_type: "AGENT", capabilities: JSON.stringify(capabilities) })
      .where("customer_id", "=", shop.customerId)
      .execute(),
  );
  const storefront = { agentId: shop.agentId, name: "Shop" };
  const desk = await openMediaBuyFixture({ ...market, sellers: { add: () => storefront } } as never);
  const { mediaBuyId } = await desk.draft({ ...LINE });
  await perform(submitMediaBuy, { customerId: desk.customerId, mediaBuyId }, "test", world.host);
  const url = seller.response[0]?.webhook?.url ?? "";
  return { desk, seller, mediaBuyId, url };
}

const LINE = {
  productId: "s0:a",
  productName: "Product A",
  pricingOptionId: "cpm",
  pricingModel: "cpm",
  budget: "1000",
  currency: "USD",
  bidPrice: null,
  pacing: "even",
} as const;

/** The seller calls back, and everything that follows is done. */
async function callBack(url: string, body: unknown) {
  const { pathname, search } = new URL(url);
  const reply = await market.world.anonymous("POST", pathname + search, body);
  await doJobs(market.world);
  return reply;
}

const statusOf = async ({ desk, mediaBuyId }: Deal) => (await desk.read(mediaBuyId)).status;

test("a decision that a seller reports by webhook reaches the buyer immediately, however often and late it is reported", async () => {
  const sold = await deal({ manual: true });
  const news = { task_id: "task", status: "completed", result: {} };
  expect(await statusOf(sold)).toBe("PENDING_APPROVAL");
  // Reported too early: when asked, the seller has not decided yet.
  expect(await callBack(sold.url, news)).toMatchObject({ status: 202, data: { status: "received" } });
  expect(await statusOf(sold)).toBe("PENDING_APPROVAL");

  sold.seller.manual = false;
  await callBack(sold.url, news);
  expect(await statusOf(sold)).toBe("ACTIVE");
  const settled = await sold.desk.read(sold.mediaBuyId);
  await callBack(sold.url, { task_id: "task", status: "working" });
  await callBack(sold.url, undefined);
  expect(await sold.desk.read(sold.mediaBuyId)).toMatchObject({ status: "ACTIVE", since: settled.since });
});

test("a webhook without the leg's token is answered like one for a missing leg", async () => {
  const { url } = await deal();
  const other = (await deal()).url;
  const strange = [
    url.replace(/token=.*/, `token=${"0".repeat(64)}`),
    url.replace(/token=.*/, "token=1"),
    url.replace(/leg_\w+/, "leg_missing"),
    url.replace(/token=.*/, new URL(other).search.slice(1)),
  ];
  const replies = await Promise.all(strange.map((one) => callBack(one, {})));
  expect(new Set(replies.map(({ status, error }) => `${status} ${error?.code} ${error?.message}`))).toEqual(
    new Set(["404 NOT_FOUND there is no such webhook"]),
  );
});

test("a change is sent to the seller with the webhook of its buy, and a call to it makes the buyer ask", async () => {
  const sold = await deal();
  market.clock.set(new Date("2026-05-05T12:00:00Z"));
  const { desk, seller, mediaBuyId, url } = sold;
  await callBack(url, {});
  expect(await statusOf(sold)).toBe("ACTIVE");
  seller.fates = ["lost"];
  await desk.buyer.post(`/buyer/media-buys/${mediaBuyId}/pause`);
  expect(seller.changes.map(({ webhook }) => webhook?.url)).toEqual([url]);
  await callBack(url, { task_id: "change", status: "completed" });
  expect(await statusOf(sold)).toBe("PAUSED");
  expect(seller.changes).toHaveLength(1);
});

interface ReportedDay {
  readonly at: string;
  readonly rows: readonly Pick<DeliveryRow, "day" | "impressions" | "spend" | "final">[];
}

const day = (day: string, impressions: number, spend: string, final = false) => ({ day, impressions, spend, final });

/** A seller's daily reports in order, including a correction and a final report. */
const STORY: readonly ReportedDay[] = [
  { at: "2026-05-06T06:00:00.000Z", rows: [day("2026-05-05", 100, "1.10")] },
  { at: "2026-05-07T06:00:00.000Z", rows: [day("2026-05-05", 90, "0.99"), day("2026-05-06", 50, "0.55")] },
  { at: "2026-05-08T06:00:00.000Z", rows: [day("2026-05-05", 95, "1.05", true), day("2026-05-06", 60, "0.66")] },
];

const LATER = new Date("2026-05-08T12:00:00.000Z");

async function byWebhook(sold: Deal, stated: readonly ReportedDay[]) {
  market.clock.set(LATER);
  const [buy] = sold.seller.buys;
  for (const { at, rows } of stated) {
    const days = rows.map(({ day, final, spend, ...counts }) => {
      return { date: day, is_final: final, spend: Number(spend), ...counts };
    });
    const part = { package_id: buy?.packages[0]?.packageId, spend: 0, daily_breakdown: days };
    const result = {
      notification_type: "scheduled",
      reporting_period: { start: "2026-05-05T00:00:00Z", end: at },
      currency: "USD",
      media_buy_deliveries: [{ media_buy_id: buy?.mediaBuyId, status: "active", by_package: [part] }],
    };
    await callBack(sold.url, { task_id: "report", status: "completed", timestamp: at, result });
  }
}

async function byPolling(sold: Deal, stated: readonly ReportedDay[]) {
  const { mediaBuyId = "", packages = [] } = sold.seller.buys[0] ?? {};
  const about = { mediaBuyId, packageId: packages[0]?.packageId ?? "", clicks: 0, views: 0 };
  for (const { at, rows } of stated) {
    market.clock.set(new Date(at));
    sold.seller.getMediaBuyDelivery = async () => ({
      timeZone: "UTC",
      currency: "USD",
      rows: rows.map((row) => ({ ...about, completedViews: 0, conversions: 0, ...row })),
    });
    const input = { customerId: sold.desk.customerId, mediaBuyId: sold.mediaBuyId };
    await perform(refreshMediaBuy, input, "test", market.world.host);
  }
  market.clock.set(LATER);
}

const REPORT = "/buyer/reporting/metrics?view=timeseries&startDate=2026-05-01&endDate=2026-05-31";

async function reported({ desk }: Deal) {
  const { data } = await desk.buyer.get(REPORT);
  const rows = data.timeseries.map(({ date, metrics }: { date: string; metrics: object }) => ({ date, ...metrics }));
  return { rows, freshness: data.freshness, timeZone: data.timeZone };
}

test("the same days give the same report by webhook and by polling, repeated and out of order", async () => {
  const [first, second, third] = STORY as [ReportedDay, ReportedDay, ReportedDay];
  const polled = await deal();
  await byPolling(polled, STORY);
  const expected = await reported(polled);
  expect(expected.rows).toMatchObject([
    { date: "2026-05-05", impressions: 95, spend: 1.05 },
    { date: "2026-05-06", impressions: 60, spend: 0.66 },
  ]);
  const orders = [STORY, [third, second, first], [second, first, second, third, third, first]];
  for (const stated of orders) {
    const pushed = await deal();
    await byWebhook(pushed, stated);
    expect(await reported(pushed)).toEqual(expected);
  }
});

test("a report with totals only makes us ask the seller for the days", async () => {
  const sold = await deal();
  market.clock.set(new Date("2026-05-06T12:00:00Z"));
  const [buy] = sold.seller.buys;
  const part = { package_id: buy?.packages[0]?.packageId, impressions: 7_000, spend: 70 };
  await callBack(sold.url, {
    reporting_period: { start: "2026-05-05T00:00:00Z", end: "2026-05-06T00:00:00Z" },
    currency: "USD",
    media_buy_deliveries: [{ media_buy_id: buy?.mediaBuyId, status: "active", by_package: [part] }],
  });
  expect((await reported(sold)).rows).toMatchObject([{ date: "2026-05-05", impressions: 100, spend: 1.5 }]);
});

test("a report in a currency in which nothing was sold is not believed", async () => {
  const sold = await deal();
  market.clock.set(new Date("2026-05-06T12:00:00Z"));
  sold.seller.reportsIn = "EUR";
  const [buy] = sold.seller.buys;
  const days = [{ date: "2026-05-05", impressions: 7_000, spend: 70 }];
  const part = { package_id: buy?.packages[0]?.packageId, spend: 70, daily_breakdown: days };
  const deliveries = [{ media_buy_id: buy?.mediaBuyId, by_package: [part] }];
  expect((await callBack(sold.url, { currency: "EUR", media_buy_deliveries: deliveries })).status).toBe(202);
  expect((await reported(sold)).rows).toEqual([]);
});
