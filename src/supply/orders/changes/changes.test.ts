import { afterAll, beforeAll, expect, test } from "vitest";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type MediaBuyOutcome, SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

function done(outcome: MediaBuyOutcome) {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy;
}

async function bought(shop: Shop) {
  const agent = await shop.resolveAgent();
  return { agent, mediaBuy: done(await agent.createMediaBuy(buyOf(["s0:a", "s1:b"]), shop.call())) };
}

test("a pause reaches every source once, however often it is sent", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const change = { idempotencyKey: "pause-1", mediaBuyId: mediaBuy.mediaBuyId, paused: true };
  const first = await agent.updateMediaBuy(change, shop.call());
  expect(done(first).status).toBe("paused");
  expect(await agent.updateMediaBuy(change, shop.call())).toEqual(first);
  expect(shop.sellers.map(({ changes }) => changes.length)).toEqual([1, 1]);
  const [one, other] = shop.sellers.map(({ changes }) => changes[0]?.idempotencyKey);
  expect(one).not.toBe(other);
});

test("a change reaches its sources in the current time of its buyer's clock, not in that of the purchase", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const now = after(market.clock.now(), 5 * DAY_MS);
  const change = { idempotencyKey: "pause-later", mediaBuyId: mediaBuy.mediaBuyId, paused: true };
  await agent.updateMediaBuy(change, shop.call({ now }));
  expect(shop.sellers.map(({ changedAt }) => changedAt)).toEqual([[now], [now]]);
});

test("a package's change only reaches its source, with the source's own ids", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const packageId = mediaBuy.packages[1]?.packageId ?? "";
  const packages = [{ packageId, budget: "1500" }];
  const change = { idempotencyKey: "more", mediaBuyId: mediaBuy.mediaBuyId, packages };
  expect(done(await agent.updateMediaBuy(change, shop.call())).packages).toMatchObject([
    { budget: "1000" },
    { packageId, budget: "1500" },
  ]);
  expect(shop.sellers.map(({ changes }) => changes.length)).toEqual([0, 1]);
  expect(shop.sellers[1]?.changes[0]?.packages?.[0]?.packageId).toBe(shop.sellers[1]?.buys[0]?.packages[0]?.packageId);
});

test("a source that did not answer is asked again under its key, and those that did are not", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const [, second] = shop.sellers;
  if (second) second.fates = ["lost"];
  const change = { idempotencyKey: "cancel", mediaBuyId: mediaBuy.mediaBuyId, canceled: true };
  await expect(agent.updateMediaBuy(change, shop.call())).rejects.toThrow(SellerUnreachable);
  expect(done(await agent.updateMediaBuy(change, shop.call())).status).toBe("canceled");
  expect(shop.sellers.map(({ changes }) => changes.length)).toEqual([1, 1]);
});

test("a source without deduplication is asked to cancel once, and its status of the buy decides", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const [, source] = shop.sellers;
  if (!source) throw new Error("the shop has two sources");
  source.remembersKeys = false;
  source.fates = ["lost"];
  const change = { idempotencyKey: "cancel", mediaBuyId: mediaBuy.mediaBuyId, canceled: true };
  await expect(agent.updateMediaBuy(change, shop.call())).rejects.toThrow(SellerUnreachable);
  for (let time = 0; time < 4; time += 1)
    expect(done(await agent.updateMediaBuy(change, shop.call())).status).toBe("canceled");
  expect(source.changes).toHaveLength(1);
});

test("of two concurrent changes to one revision one is made, and a retry of it is not a conflict", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const { mediaBuyId } = mediaBuy;
  const pauseAt = (idempotencyKey: string) =>
    agent.updateMediaBuy({ idempotencyKey, mediaBuyId, revision: 1, paused: true }, shop.call());
  const outcomes = await Promise.all(["one", "two"].map(pauseAt));
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["done", "rejected"]);
  expect(outcomes).toContainEqual({
    kind: "rejected",
    errors: [expect.objectContaining({ code: "CONFLICT", field: "revision" })],
  });
  const again = await Promise.all(["one", "two"].map(pauseAt));
  expect(again.map(({ kind }) => kind)).toEqual(outcomes.map(({ kind }) => kind));
  expect(shop.sellers.map(({ changes }) => changes.length)).toEqual([1, 1]);
});

test("a change to start at once is the same change when it is sent again later", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const { mediaBuyId } = mediaBuy;
  const { start: begins } = buyOf([]).flight;
  const start = (startTime: Date) =>
    agent.updateMediaBuy({ idempotencyKey: "k", mediaBuyId, startTime, startsAtOnce: true }, shop.call());
  const first = await start(begins);
  expect(first.kind).toBe("done");
  expect(await start(after(begins, DAY_MS))).toEqual(first);
  expect(shop.sellers.map(({ changes }) => changes.length)).toEqual([1, 1]);
});

test("a key that was used for another change is refused", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const change = { idempotencyKey: "k", mediaBuyId: mediaBuy.mediaBuyId, paused: true };
  await agent.updateMediaBuy(change, shop.call());
  expect(await agent.updateMediaBuy({ ...change, paused: false }, shop.call())).toMatchObject({
    errors: [{ code: "IDEMPOTENCY_CONFLICT" }],
  });
});

test("an impossible change is refused before any source is called", async () => {
  const shop = await market.openShop();
  const { agent, mediaBuy } = await bought(shop);
  const { mediaBuyId, packages } = mediaBuy;
  const wrong = async (part: { packageId: string; budget?: string }) =>
    agent.updateMediaBuy({ idempotencyKey: "k", mediaBuyId, packages: [part] }, shop.call());
  expect(await wrong({ packageId: "pkg_other" })).toMatchObject({
    errors: [{ code: "PACKAGE_NOT_FOUND", field: "packages[0].package_id" }],
  });
  expect(await wrong({ packageId: packages[0]?.packageId ?? "", budget: "0" })).toMatchObject({
    errors: [{ code: "VALIDATION_ERROR", field: "packages[0].budget" }],
  });
  expect(shop.sellers.map(({ changes }) => changes.length)).toEqual([0, 0]);
});

test("an order that a source has yet to decide on cannot be changed", async () => {
  const shop = await market.openShop();
  if (shop.sellers[1]) shop.sellers[1].manual = true;
  const agent = await shop.resolveAgent();
  const outcome = await agent.createMediaBuy(buyOf(["s0:a", "s1:b"]), shop.call());
  const mediaBuyId = outcome.kind === "submitted" ? outcome.taskId : "";
  expect(await agent.updateMediaBuy({ idempotencyKey: "k", mediaBuyId, canceled: true }, shop.call())).toMatchObject({
    errors: [{ code: "INVALID_STATE", message: expect.stringContaining("Source 1") }],
  });
});

test("a paused storefront accepts no edits, but lets a buyer stop its spending", async () => {
  const shop = await market.openShop();
  const { mediaBuy } = await bought(shop);
  await shop.set({ is_paused: true });
  const agent = await shop.resolveAgent();
  const { mediaBuyId } = mediaBuy;
  const later = { idempotencyKey: "later", mediaBuyId, endTime: new Date("2026-11-01T00:00:00Z") };
  expect(await agent.updateMediaBuy(later, shop.call())).toMatchObject({ errors: [{ code: "STOREFRONT_PAUSED" }] });
  const stop = { idempotencyKey: "stop", mediaBuyId, canceled: true };
  expect(done(await agent.updateMediaBuy(stop, shop.call())).status).toBe("canceled");
});

test("a package's times and its cancellation reach the source that sells it, and a canceled one is changed no more", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const times = { startTime: new Date("2026-09-05T00:00:00Z"), endTime: new Date("2026-09-08T00:00:00Z") };
  const [first, ...rest] = buyOf(["s0:a", "s0:b", "s1:b"]).packages;
  if (!first) throw new Error("the buy has packages");
  const bought = done(
    await agent.createMediaBuy(buyOf([], { packages: [{ ...first, ...times }, ...rest] }), shop.call()),
  );
  expect(shop.sellers[0]?.response[0]?.packages).toMatchObject([times, { buyerRef: expect.any(String) }]);
  expect(shop.sellers[0]?.response[0]?.packages[1]).not.toHaveProperty("startTime");
  const { mediaBuyId } = bought;
  const packageId = bought.packages[0]?.packageId ?? "";
  const change = (key: string, part: object) =>
    agent.updateMediaBuy({ idempotencyKey: key, mediaBuyId, packages: [{ packageId, ...part }] }, shop.call());
  expect(done(await change("cancel", { canceled: true })).packages).toMatchObject([{ canceled: true }, {}, {}]);
  expect(await change("more", { budget: "2000" })).toMatchObject({
    errors: [{ code: "INVALID_STATE", field: "packages[0].package_id" }],
  });
  expect(shop.sellers[0]?.changes).toHaveLength(1);
});
