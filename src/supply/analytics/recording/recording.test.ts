import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../../../bench/harness/statements.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { fixed } from "../../../ground/seller-agent/product.fixture.ts";
import { approve, buy, decide, openStrict } from "../../orders/approvals/strict-shop.fixture.ts";
import { openSellerSide } from "../../orders/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../../orders/shop.fixture.ts";
import { countFacts } from "../upkeep/count-facts.ts";
import { type NewOutcome, recordOutcome } from "./record-outcome.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

/** A live buyer's call, because what a sandbox buyer tries out is not counted. */
function callOf(shop: Shop) {
  const call = shop.call();
  return { ...call, buyer: { ...call.buyer, sandbox: false } };
}

async function ask(shop: Shop, brief = "something of a"): Promise<void> {
  await (await shop.resolveAgent()).getProducts({ brief }, callOf(shop));
}

async function analyticsOf(shop: Shop) {
  await market.world.host.backgroundTasks.idle();
  const { data, error } = await shop.seller.get("/storefront/seller-analytics");
  if (error) throw new Error(error.message);
  return data;
}

async function openShop(): Promise<Shop> {
  const shop = await market.openShop();
  for (const seller of shop.sellers) seller.prices = [fixed("8", { pricingOptionId: "cpm" })];
  return shop;
}

test("a run is recorded when its answer is sent, and counted by day from then on, before and after it is in the sums", async () => {
  const shop = await openShop();
  const day = market.clock.now().toISOString().slice(0, 10);
  const byDay = async () => (await shop.seller.get(`/storefront/seller-analytics?from=${day}&to=${day}`)).data;
  await ask(shop);
  await ask(shop);
  const { data } = await shop.seller.get("/storefront/seller-analytics");
  expect(data.window.runCount).toBe(2);
  const at = await byDay();
  expect(at.window.runCount).toBe(2);
  await market.world.host.backgroundTasks.idle();
  expect({ ...(await byDay()), generatedAt: at.generatedAt }).toEqual(at);
});

test("a purchase belongs to the run that showed the product, and is booked once a source has accepted it", async () => {
  const shop = await openShop();
  await ask(shop);
  await ask(shop, "something else");
  await (await shop.resolveAgent()).createMediaBuy(buyOf(["s0:a", "s1:b"]), callOf(shop));
  const { outcomes, runs, historicalPerformance } = await analyticsOf(shop);
  expect(outcomes).toMatchObject({ eventCount: 1, forwardedCount: 1, bookedMediaBuyCount: 1, bookedBudget: 2000 });
  expect(runs.map(({ outcome }: { outcome: { latestType: string | null } }) => outcome.latestType)).toEqual([
    "media_buy_forwarded",
    null,
  ]);
  expect(historicalPerformance).toMatchObject({ runCount: 2, bookedRunCount: 1, winRate: 0.5 });
});

test("a change is forwarded once if it sells more or less, and not at all if it only pauses or cancels", async () => {
  const shop = await openShop();
  await ask(shop);
  const agent = await shop.resolveAgent();
  const made = await agent.createMediaBuy(buyOf(["s0:a", "s1:b"]), callOf(shop));
  if (made.kind !== "done") throw new Error(made.kind);
  const { mediaBuyId, packages } = made.mediaBuy;
  const change = async (asked: object) => {
    const outcome = await agent.updateMediaBuy({ idempotencyKey: randomUUID(), mediaBuyId, ...asked }, callOf(shop));
    expect(outcome.kind).toBe("done");
    const { forwardedCount, bookedBudget } = (await analyticsOf(shop)).outcomes;
    return [forwardedCount, bookedBudget];
  };
  expect(await change({ paused: true })).toEqual([1, 2000]);
  expect(await change({ paused: false })).toEqual([1, 2000]);
  expect(await change({ packages: [{ packageId: packages[0]?.packageId, budget: "1500" }] })).toEqual([2, 2500]);
  expect(await change({ canceled: true })).toEqual([2, 2500]);
});

test("every figure finds the runs behind it, but none of other sellers or of simulations", async () => {
  const shop = await openShop();
  await ask(shop);
  await ask(shop, "something else");
  await (await shop.resolveAgent()).getProducts({ brief: "nothing counted" }, shop.call());
  await (await shop.resolveAgent()).createMediaBuy(buyOf(["s0:a", "s1:b"]), callOf(shop));
  const { summary, historicalPerformance, buyers, topProducts, window, runs } = await analyticsOf(shop);
  const found = async (query: string) =>
    (await shop.seller.get(`/storefront/intelligence-runs?${query}`)).data.items.map(({ id }: { id: string }) => id);
  expect(await found("counted=true")).toEqual(runs.map(({ id }: { id: string }) => id));
  expect(await found("resultKind=ok")).toHaveLength(summary.okRuns);
  expect(await found("booked=true")).toHaveLength(historicalPerformance.bookedRunCount);
  expect(await found("booked=false")).toEqual([runs[1].id]);
  expect(await found("asked=any")).toHaveLength(historicalPerformance.askRunCount);
  expect(await found(`posture=${runs[0].selectedPosture}`)).toContain(runs[0].id);
  const { operatorDomain, brandDomain, country, runCount } = buyers[0];
  const buyer = new URLSearchParams({
    operatorDomain: operatorDomain ?? "none",
    brandDomain: brandDomain ?? "none",
    country: country ?? "none",
  });
  expect(await found(String(buyer))).toHaveLength(runCount);
  expect(await found("brandDomain=else.example")).toEqual([]);
  const { productId, impressions } = topProducts[0];
  expect(await found(`productId=${encodeURIComponent(productId)}`)).toHaveLength(impressions);
  expect(await found(`createdFrom=${window.firstRunAt}&createdTo=${window.lastRunAt}`)).toHaveLength(2);
  expect(await found("createdTo=2020-01-01T00:00:00Z")).toEqual([]);
});

test("an order that is held is submitted; approved it is forwarded, and refused it is rejected", async () => {
  const shop = await openStrict(market);
  await ask(shop);
  const first = await buy(shop);
  expect((await analyticsOf(shop)).outcomes).toMatchObject({ submittedCount: 1, bookedMediaBuyCount: 0 });
  const pending = await shop.seller.get("/storefront/intelligence-runs?commercialResult=pending");
  expect(pending.data.total).toBe(1);
  await approve(shop, first.mediaBuyId);
  expect((await analyticsOf(shop)).outcomes).toMatchObject({
    submittedCount: 1,
    forwardedCount: 1,
    bookedMediaBuyCount: 1,
  });
  const second = await buy(shop);
  await decide(shop, second.mediaBuyId, { status: "rejected", reviewerNotes: "not now" });
  const { outcomes, runs } = await analyticsOf(shop);
  expect(outcomes).toMatchObject({ eventCount: 4, submittedCount: 2, rejectedCount: 1, bookedMediaBuyCount: 1 });
  expect(runs[0].outcome).toMatchObject({ latestType: "media_buy_rejected", latestStatus: "rejected" });
});

test("a source that refuses is a failure to forward, and is recorded once", async () => {
  const shop = await openShop();
  await ask(shop);
  const refusal = { code: "PRODUCT_UNAVAILABLE", message: "sold out", field: null, recovery: "terminal" } as const;
  for (const seller of shop.sellers) seller.refusal = refusal;
  await (await shop.resolveAgent()).createMediaBuy(buyOf(["s0:a"]), callOf(shop));
  await doJobs(market.world);
  expect((await analyticsOf(shop)).outcomes).toMatchObject({ forwardFailedCount: 1, bookedMediaBuyCount: 0 });
});

test("a run of a sandbox buyer at a live storefront is recorded but not counted", async () => {
  const shop = await openShop();
  await (await shop.resolveAgent()).getProducts({ brief: "cars" }, shop.call());
  expect((await analyticsOf(shop)).window.runCount).toBe(0);
});

test("an event is recorded and counted in eleven statements at most", async () => {
  const shop = await openShop();
  await ask(shop);
  await market.world.host.backgroundTasks.idle();
  const side = await openSellerSide(market.world.host, shop.customerId, "test");
  const outcome = (changes: Partial<NewOutcome>): NewOutcome => ({
    storefrontId: shop.storefrontId,
    eventId: "e1",
    type: "media_buy_forwarded",
    occurredAt: market.clock.now(),
    mediaBuyId: "order_1",
    buyerCustomerId: shop.buyer.customerId,
    operatorDomain: null,
    brandDomain: "acme.com",
    productIds: ["s0:a"],
    budget: { amount: "100", currency: "USD" },
    ...changes,
  });
  const statementsOf = async (one: NewOutcome) => {
    const { statements } = await listenDuring(() => side.write((ctx) => recordOutcome(ctx, one)));
    return statements.filter(({ text }) => !/^(begin|commit|set)\b/i.test(text)).length;
  };
  const delivery = { reportKey: "d", impressions: 5, spend: "1", currency: "USD" };
  expect(await statementsOf(outcome({}))).toBeLessThanOrEqual(10);
  expect(await statementsOf(outcome({ eventId: "e2", productIds: ["s1:b"] }))).toBeLessThanOrEqual(10);
  expect(await statementsOf(outcome({ eventId: "e3", type: "delivery_reported", delivery }))).toBeLessThanOrEqual(10);
  expect(await statementsOf(outcome({}))).toBeLessThanOrEqual(5);
  expect((await analyticsOf(shop)).outcomes).toMatchObject({ eventCount: 3, deliveredImpressions: 5 });
});

test("runs and media buys from before the upgrade are counted, with the same result", async () => {
  const shop = await openStrict(market);
  await ask(shop);
  await (await shop.resolveAgent()).getProducts(
    { brief: "cars", refine: [{ scope: "request", ask: "Das ist zu teuer" }] },
    callOf(shop),
  );
  const { mediaBuyId } = await buy(shop);
  await approve(shop, mediaBuyId);
  const second = await buy(shop);
  await decide(shop, second.mediaBuyId, { status: "rejected" });
  const before = await analyticsOf(shop);
  expect(before.summary).toMatchObject({ totalRuns: 2, priceObjectionCount: 1, requestAskCount: 1 });
  await upgradeAnew();
  expect((await analyticsOf(shop)).notes.at(-1)).toContain("still being counted");
  const side = await openSellerSide(market.world.host, shop.customerId, "test");
  const own = { customerId: shop.customerId, storefrontId: shop.storefrontId };
  for (let steps = 0; steps < 5; steps += 1) await side.out.perform(countFacts, own);
  const after = await analyticsOf(shop);
  expect(after.summary).toEqual(before.summary);
  expect(after.outcomes).toEqual(before.outcomes);
  expect(after.historicalPerformance).toEqual(before.historicalPerformance);
  expect(after.topProducts).toEqual(before.topProducts);
  expect(after.notes).toEqual(before.notes);
});

const migration = (name: string) =>
  readFileSync(new URL(`../../../ground/db/migrations/${name}`, import.meta.url), "utf8");

/** As if analytics had just been added to a database that already has runs and orders. */
async function upgradeAnew(): Promise<void> {
  const texts = [
    "0047-seller-analytics.sql",
    "0081-analytics-sums.sql",
    "0175-facts-alike.sql",
    "0205-shown-once.sql",
  ].map(migration);
  const tables = texts.flatMap((text) => [...text.matchAll(/^create table (\w+)/gm)].map(([, name]) => name));
  const admin = new pg.Client({ connectionString: market.world.databaseUrl });
  await admin.connect();
  await admin.query(`drop table if exists ${tables.join(", ")} cascade; drop sequence analytics_seq`);
  for (const text of [...texts, "grant select on facts_as_recorded to interchange_app"]) await admin.query(text);
  await admin.end();
}
