import { afterAll, beforeAll, expect, test } from "vitest";
import { expectData } from "../../../../test/operations/expect-data.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { buyOf, type Market, openMarket, type Shop } from "../shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

async function buy(shop: Shop, products: readonly string[], buyer: Viewer = shop.buyer, currency = "USD") {
  const wanted = buyOf(products);
  const request = { ...wanted, packages: wanted.packages.map((part) => ({ ...part, currency })) };
  const outcome = await (await shop.resolveAgent(buyer)).createMediaBuy(request, shop.call());
  if (outcome.kind !== "done") throw new Error(`nothing was bought: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy.mediaBuyId;
}

/** The buyer asks for delivery: every source reports 100 impressions and 1.50 USD for each package on that day. */
async function ask(shop: Shop, mediaBuyId: string, day: string, buyer: Viewer = shop.buyer) {
  const agent = await shop.resolveAgent(buyer);
  await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], startDay: day, endDay: day }, shop.call());
}

const report = async (shop: Shop, query = "") =>
  expectData(await shop.seller.get(`/storefront/reporting/delivery?days=0${query}`));

test("a seller sees what was delivered and earned, by order, buyer, source and day, each adding up to the same", async () => {
  const shop = await market.openShop();
  const another = await shop.anotherBuyer();
  const [mine, theirs] = [await buy(shop, ["s0:a", "s1:b"]), await buy(shop, ["s0:a"], another)];
  await ask(shop, mine, "2026-08-02");
  await ask(shop, mine, "2026-08-03");
  await ask(shop, theirs, "2026-08-02", another);

  const [orders, buyers, sources, days] = await Promise.all(
    ["mediaBuy", "buyer", "source", "day"].map((by) => report(shop, `&groupBy=${by}`)),
  );
  expect(orders.items).toMatchObject([
    {
      mediaBuyId: mine,
      name: "Spring",
      currency: "USD",
      impressions: 400,
      clicks: 4,
      revenue: 6,
      ecpm: 15,
      final: true,
    },
    { mediaBuyId: theirs, impressions: 100, revenue: 1.5 },
  ]);
  expect(buyers.items).toMatchObject([
    { buyer: { customerId: shop.buyer.customerId, name: "Acme" }, revenue: 6 },
    { revenue: 1.5 },
  ]);
  expect(sources.items).toMatchObject([
    { sourceId: "s0", revenue: 4.5 },
    { sourceId: "s1", revenue: 3 },
  ]);
  expect(days.items).toMatchObject([
    { day: "2026-08-02", revenue: 4.5 },
    { day: "2026-08-03", revenue: 3 },
  ]);
  for (const { totals } of [orders, buyers, sources, days])
    expect(totals).toMatchObject([{ currency: "USD", impressions: 500, revenue: 7.5 }]);
});

test("a report that is repeated counts once, and filters and pages narrow what is shown", async () => {
  const shop = await market.openShop();
  const mediaBuyId = await buy(shop, ["s0:a", "s1:b"]);
  for (const _ of [1, 2]) await ask(shop, mediaBuyId, "2026-08-02");
  expect(await report(shop)).toMatchObject({ total: 1, totals: [{ impressions: 200, revenue: 3 }] });
  expect(await report(shop, "&sourceId=s1")).toMatchObject({ totals: [{ revenue: 1.5 }] });
  expect(await report(shop, "&groupBy=source&limit=1")).toMatchObject({ total: 2, hasMore: true, nextOffset: 1 });
  expect(await report(shop, "&startDate=2026-08-03&endDate=2026-08-04")).toMatchObject({ items: [], totals: [] });
});

test("sales in two currencies are never one amount: each has its own rows and totals", async () => {
  const shop = await market.openShop();
  const [dollars, euros] = [await buy(shop, ["s0:a"]), await buy(shop, ["s1:b"], shop.buyer, "EUR")];
  for (const source of shop.sellers.slice(1)) source.reportsIn = "EUR";
  for (const mediaBuyId of [dollars, euros]) await ask(shop, mediaBuyId, "2026-08-02");
  for (const by of ["buyer", "day"]) {
    const { items, totals, total } = await report(shop, `&groupBy=${by}`);
    expect([items.length, total]).toEqual([2, 2]);
    for (const rows of [items, totals])
      expect(rows.map(({ currency, revenue }: Record<string, unknown>) => [currency, revenue]).toSorted()).toEqual([
        ["EUR", 1.5],
        ["USD", 1.5],
      ]);
  }
});

test("another seller's delivery is not included", async () => {
  const [shop, other] = [await market.openShop(), await market.openShop()];
  const mediaBuyId = await buy(shop, ["s0:a"]);
  await ask(shop, mediaBuyId, "2026-08-02");
  expect(await report(other)).toMatchObject({ items: [], totals: [] });
  expect(await report(other, `&mediaBuyId=${mediaBuyId}`)).toMatchObject({ items: [], totals: [] });
});

test("the delivery of a media buy is compared with an even course over its flight, as of the last reported day", async () => {
  const shop = await market.openShop();
  const mediaBuyId = await buy(shop, ["s0:a", "s1:b"]);
  const paceNow = async () => expectData(await shop.seller.get(`/storefront/media-buys/${mediaBuyId}`));
  expect(await paceNow()).toMatchObject({
    pace: { currency: "USD", whole: { plannedToDate: 0, delivered: 0, share: null, state: "not_started" } },
    packages: [{ pace: { state: "not_started" } }, { pace: { state: "not_started" } }],
  });
  market.clock.set(new Date("2026-09-12T09:00:00Z"));
  await ask(shop, mediaBuyId, "2026-09-10");
  expect(await paceNow()).toMatchObject({
    pace: {
      asOf: "2026-09-11T00:00:00.000Z",
      whole: { plannedToDate: 666.66, delivered: 3, difference: -663.66, share: -0.9955, state: "behind" },
    },
    packages: [{ pace: { plannedToDate: 333.33, delivered: 1.5 } }, { pace: { plannedToDate: 333.33 } }],
  });
});
