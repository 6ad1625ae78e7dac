import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { after, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { perform } from "../../ground/kernel/perform.ts";
import { type MediaBuyOutcome, SellerRefused, SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { placeLeg } from "./legs/place-leg.ts";
import { buyOf, type Market, openMarket, type Shop } from "./shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());
beforeEach(() => void (market.reached = undefined));

const BOTH = ["s0:a", "s1:b"];

function done(outcome: MediaBuyOutcome) {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy;
}

test("a buy over two sources is one buy at each, and one media buy for the buyer", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const request = buyOf(["s1:b", "s0:a", "s1:a"]);
  const mediaBuy = done(await agent.createMediaBuy(request, shop.call()));
  expect(mediaBuy).toMatchObject({ status: "active", waitingFor: null });
  expect(mediaBuy.packages.map(({ buyerRef, productId, budget }) => [buyerRef, productId, budget])).toEqual([
    ["p0", "s1:b", "1000"],
    ["p1", "s0:a", "1000"],
    ["p2", "s1:a", "1000"],
  ]);
  const sold = shop.sellers.map(({ response }) =>
    response.map(({ packages }) => packages.map(({ productId }) => productId)),
  );
  expect(sold).toEqual([[["a"]], [["b", "a"]]]);
  expect(shop.sellers[0]?.response[0]?.idempotencyKey).not.toBe(request.idempotencyKey);
  expect(done(await agent.createMediaBuy(request, shop.call()))).toEqual(mediaBuy);
  expect(shop.sellers.map(({ response }) => response.length)).toEqual([1, 1]);
});

test("sixteen concurrent requests with one key are one order, and one create at each source", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const request = buyOf(BOTH);
  const outcomes = await Promise.all(Array.from({ length: 16 }, () => agent.createMediaBuy(request, shop.call())));
  expect(new Set(outcomes.map(({ kind }) => kind))).not.toContain("rejected");
  expect(shop.sellers.map(({ response }) => response.length)).toEqual([1, 1]);
  const { mediaBuyId } = done(await agent.createMediaBuy(request, shop.call()));
  const named = outcomes.flatMap((one) =>
    one.kind === "done" ? one.mediaBuy.mediaBuyId : "taskId" in one ? one.taskId : [],
  );
  expect(new Set(named)).toEqual(new Set([mediaBuyId]));
});

test("a buy that starts at once is the same buy when it is sent again later", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const first = { ...buyOf(BOTH), startsAtOnce: true as const };
  const { start, end } = first.flight;
  const later = { ...first, name: "of the next day", flight: { start: after(start, HOUR_MS), end } };
  const mediaBuy = done(await agent.createMediaBuy(first, shop.call()));
  expect(done(await agent.createMediaBuy(later, shop.call()))).toEqual(mediaBuy);
  expect(shop.sellers.map(({ response }) => response.length)).toEqual([1, 1]);
  const other = { ...later, flight: { start, end: after(end, HOUR_MS) } };
  expect(await agent.createMediaBuy(other, shop.call())).toMatchObject({ errors: [{ code: "IDEMPOTENCY_CONFLICT" }] });
});

test("a key that was used for another buy is refused", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const request = buyOf(BOTH);
  await agent.createMediaBuy(request, shop.call());
  const other = { ...request, packages: request.packages.map((part) => ({ ...part, budget: "1001" })) };
  expect(await agent.createMediaBuy(other, shop.call())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "IDEMPOTENCY_CONFLICT", field: "idempotency_key" }],
  });
  expect(shop.sellers.map(({ buys }) => buys.length)).toEqual([1, 1]);
});

test("a product of no active source is refused by its position, and the key stays unused", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const request = buyOf(["s0:a", "s7:x"]);
  expect(await agent.createMediaBuy(request, shop.call())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "PRODUCT_NOT_FOUND", field: "packages[1].product_id", recovery: "correctable" }],
  });
  const corrected = buyOf(BOTH, { idempotencyKey: request.idempotencyKey });
  expect((await agent.createMediaBuy(corrected, shop.call())).kind).toBe("done");
});

test("if one source rejects its part, the rest is booked and the buyer is told", async () => {
  const shop = await market.openShop();
  const [, second] = shop.sellers;
  if (second)
    second.refusal = {
      code: "BUDGET_TOO_LOW",
      message: "too little",
      field: "packages[0].budget",
      recovery: "correctable",
    };
  const mediaBuy = done(await (await shop.resolveAgent()).createMediaBuy(buyOf(BOTH), shop.call()));
  expect(mediaBuy.packages.map(({ productId }) => productId)).toEqual(["s0:a"]);
  expect(mediaBuy.waitingFor).toBe("Source 1 rejected its packages: too little");
});

test("if all sources reject, the order is rejected, with the fields as the buyer knows them", async () => {
  const shop = await market.openShop();
  for (const seller of shop.sellers)
    seller.refusal = {
      code: "BUDGET_TOO_LOW",
      message: "too little",
      field: "packages[0].budget",
      recovery: "correctable",
    };
  const outcome = await (await shop.resolveAgent()).createMediaBuy(buyOf(["s1:b", "s0:a"]), shop.call());
  expect(outcome.kind === "rejected" && outcome.errors.map(({ field }) => field)).toEqual([
    "packages[0].budget",
    "packages[1].budget",
  ]);
});

test("a source that never answers keeps the order open, and a retry finds what it bought", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const request = buyOf(BOTH);
  const [first, second] = shop.sellers;
  if (second) second.fates = ["lost"];
  expect(await agent.createMediaBuy(request, shop.call())).toMatchObject({
    kind: "submitted",
    message: expect.stringContaining("Source 1"),
  });
  done(await agent.createMediaBuy(request, shop.call()));
  expect([first?.buys.length, second?.buys.length]).toEqual([1, 1]);
  expect(second?.response[0]).toEqual(second?.response[1]);
});

test("if no source can be reached the buyer is told so, and the same key continues the order", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const request = buyOf(BOTH);
  for (const seller of shop.sellers) seller.fates = ["down"];
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  done(await agent.createMediaBuy(request, shop.call()));
  expect(shop.sellers.map(({ buys }) => buys.length)).toEqual([1, 1]);
});

test("a hung source costs no more than the call's time", async () => {
  const shop = await market.openShop();
  const [, second] = shop.sellers;
  if (second) second.fates = ["hung"];
  const outcome = await (await shop.resolveAgent()).createMediaBuy(buyOf(BOTH), shop.call({ timeoutMs: 300 }));
  expect(outcome).toMatchObject({ kind: "submitted", message: expect.stringContaining("no answer within") });
});

test("a seller that does not remember keys is never asked twice if it may have sold", async () => {
  const shop = await market.openShop({ sources: 1 });
  const agent = await shop.resolveAgent();
  const [seller] = shop.sellers;
  if (!seller) throw new Error("a shop has a source");
  Object.assign(seller, { remembersKeys: false, fates: ["busy", "lost"] });
  const request = buyOf(["s0:a"]);
  // The source refused without looking at it, so it is safe to repeat, even there.
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  for (let time = 0; time < 3; time += 1)
    await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  expect([seller.response.length, seller.buys.length]).toEqual([2, 1]);
});

test("a process that dies before the answer is stored leaves one buy, which is continued", async () => {
  const shop = await market.openShop({ sources: 1 });
  const agent = await shop.resolveAgent();
  const request = buyOf(["s0:a"]);
  market.reached = (work, stage) => {
    if (work === placeLeg.name && stage === "called") throw new Error("killed");
  };
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow("killed");
  market.reached = undefined;
  // The dead process's lease is still valid, so the order counts as in progress.
  expect((await agent.createMediaBuy(request, shop.call())).kind).toBe("submitted");
  market.clock.set(after(market.clock.now(), 5 * MINUTE_MS));
  const legId = await legOf(shop);
  await perform(placeLeg, { customerId: shop.customerId, legId, timeoutMs: 1_000 }, "job", market.world.host);
  done(await agent.createMediaBuy(request, shop.call()));
  expect(shop.sellers[0]?.buys).toHaveLength(1);
});

test("a leg whose source is connected to another agent by now is not sent", async () => {
  const shop = await market.openShop({ sources: 1 });
  const agent = await shop.resolveAgent();
  const request = buyOf(["s0:a"]);
  const [seller] = shop.sellers;
  if (seller) seller.fates = ["lost"];
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  const other = await market.openShop({ sources: 1 });
  await market.world.database.write({ customerId: shop.customerId, reach: "tenant" }, (db) =>
    db
      .updateTable("inventory_sources")
      .set({ agent_id: other.sellers[0]?.agentId ?? null })
      .where("storefront_id", "=", shop.storefrontId)
      .execute(),
  );
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  expect([seller?.buys.length, other.sellers[0]?.response.length]).toEqual([1, 0]);
});

test("a submitted part is polled until it is decided", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const [, second] = shop.sellers;
  if (second) second.manual = true;
  const outcome = await agent.createMediaBuy(buyOf(BOTH), shop.call());
  if (outcome.kind !== "submitted") throw new Error(outcome.kind);
  expect((await agent.getTask(outcome.taskId, shop.call())).kind).toBe("submitted");
  if (second) second.manual = false;
  expect(done(await agent.getTask(outcome.taskId, shop.call())).packages).toHaveLength(2);
});

test("sources are called in the time of the buyer's clock, in the background too", async () => {
  const shop = await market.openShop({ sources: 1 });
  const [seller] = shop.sellers;
  if (seller) seller.fates = ["down"];
  const ahead = after(market.clock.now(), 72 * HOUR_MS);
  await expect((await shop.resolveAgent()).createMediaBuy(buyOf(["s0:a"]), shop.call({ now: ahead }))).rejects.toThrow(
    SellerUnreachable,
  );
  const legId = await legOf(shop);
  await perform(placeLeg, { customerId: shop.customerId, legId, timeoutMs: 1_000 }, "job", market.world.host);
  expect(seller?.callers.map(({ now }) => now)).toEqual([ahead, ahead]);
});

test("a paused storefront accepts nothing new, and continues existing orders", async () => {
  const shop = await market.openShop();
  const request = buyOf(BOTH);
  done(await (await shop.resolveAgent()).createMediaBuy(request, shop.call()));
  await shop.set({ is_paused: true });
  const agent = await shop.resolveAgent();
  done(await agent.createMediaBuy(request, shop.call()));
  expect(await agent.createMediaBuy(buyOf(BOTH), shop.call())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "STOREFRONT_PAUSED" }],
  });
});

test("to another buyer an order looks like one that never existed", async () => {
  const shop = await market.openShop();
  const { mediaBuyId } = done(await (await shop.resolveAgent()).createMediaBuy(buyOf(BOTH), shop.call()));
  const agent = await shop.resolveAgent(await shop.anotherBuyer());
  for (const id of [mediaBuyId, "ord_nobodys"]) {
    await expect(agent.getTask(id, shop.call())).rejects.toThrow(SellerRefused);
    expect(await agent.getMediaBuys({ mediaBuyIds: [id] }, shop.call())).toEqual([]);
    const change = { idempotencyKey: "k", mediaBuyId: id, paused: true };
    expect(await agent.updateMediaBuy(change, shop.call())).toMatchObject({
      errors: [{ code: "MEDIA_BUY_NOT_FOUND" }],
    });
    const days = { mediaBuyIds: [id], startDay: "2026-09-01", endDay: "2026-09-02" };
    expect((await agent.getMediaBuyDelivery(days, shop.call())).rows).toEqual([]);
  }
});

async function legOf({ customerId }: Shop): Promise<string> {
  const { leg_id } = await market.world.database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("order_legs").select("leg_id").where("customer_id", "=", customerId).executeTakeFirstOrThrow(),
  );
  return leg_id;
}
