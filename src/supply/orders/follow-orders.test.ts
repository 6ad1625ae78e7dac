import { afterAll, beforeAll, expect, test } from "vitest";
import { SellerRefused, SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "./shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const DAYS = { startDay: "2026-09-01", endDay: "2026-09-02" };

async function bought(shop: Shop, currency = "USD") {
  const agent = await shop.resolveAgent();
  const request = buyOf(["s0:a", "s1:b"]);
  const packages = request.packages.map((part) => ({ ...part, currency }));
  const outcome = await agent.createMediaBuy({ ...request, packages }, shop.call());
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return { agent, mediaBuyId: outcome.mediaBuy.mediaBuyId, packages: outcome.mediaBuy.packages };
}

test("a media buy has the most restrictive status of its parts, as the sources report it now", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuyId } = await bought(shop);
  const [first] = shop.sellers;
  if (first?.buys[0]) first.buys[0] = { ...first.buys[0], status: "pending_creatives", waitingFor: "creatives" };
  expect(await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, shop.call())).toMatchObject([
    { mediaBuyId, status: "pending_creatives", waitingFor: "Source 0: creatives" },
  ]);
});

test("a source that does not answer leaves its part as it was; if nobody answers, neither does the storefront", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuyId } = await bought(shop);
  const [first, second] = shop.sellers;
  if (second) second.fates = ["down", "down"];
  expect(await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, shop.call())).toMatchObject([{ status: "active" }]);
  if (first) first.fates = ["down"];
  await expect(agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, shop.call())).rejects.toThrow(SellerUnreachable);
});

test("delivery is in the buyer's own ids, whichever sources report it", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuyId, packages } = await bought(shop);
  const rowsOf = async () =>
    (await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...DAYS }, shop.call())).rows;
  expect((await rowsOf()).map((row) => [row.mediaBuyId, row.packageId])).toEqual(
    packages.map(({ packageId }) => [mediaBuyId, packageId]),
  );
  if (shop.sellers[0]) shop.sellers[0].fates = ["down"];
  expect((await rowsOf()).map(({ packageId }) => packageId)).toEqual([packages[1]?.packageId]);
});

test("a report in another currency than the sale is not passed on", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuyId, packages } = await bought(shop);
  if (shop.sellers[0]) shop.sellers[0].reportsIn = "EUR";
  const report = await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...DAYS }, shop.call());
  expect(report.currency).toBe("USD");
  expect(report.rows.map(({ packageId }) => packageId)).toEqual([packages[1]?.packageId]);
});

test("media buys in two currencies cannot be reported in one answer", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuyId } = await bought(shop);
  const other = await bought(shop, "EUR");
  const mediaBuyIds = [mediaBuyId, other.mediaBuyId];
  await expect(agent.getMediaBuyDelivery({ mediaBuyIds, ...DAYS }, shop.call())).rejects.toThrow(SellerRefused);
});
